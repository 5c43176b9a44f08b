import { type RefObject, useRef, useState } from 'react';
import type { Picked } from '../../attributes/picked-entry.ts';
import { ruleFaults } from '../../attributes/settings/rule-faults.ts';
import type { DealForm } from '../../contract/deal-form.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { Rule } from '../../contract/workspace-settings.ts';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../words/t.ts';
import { RuleForm } from './RuleForm.tsx';
import { ruleSentence } from './rule-sentence.ts';

interface RuleListProps {
  rules: readonly Rule[];
  form: DealForm;
  locale: string;
  isAdmin: boolean;
  /** What keeps them from being saved. */
  errors: readonly FieldError[];
  onChange: (rules: Rule[]) => void;
  /** Told of what was picked for a rule to fill in. */
  onPicked: (picked: readonly Picked[]) => void;
}

/** The rules as sentences; an admin adds, changes and removes them, one at a time. */
export function RuleList({ rules, form, locale, isAdmin, errors, onChange, onPicked }: RuleListProps) {
  /** The place of the rule that is being changed; that after the last is a new one. */
  const [edited, setEdited] = useState<number | null>(null);
  const [news, setNews] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const add = useRef<HTMLButtonElement>(null);

  const close = (at: number) => {
    setEdited(null);
    focusAfterwards(() => list.current?.querySelectorAll<HTMLElement>('[data-edit]')[at] ?? add.current);
  };
  const remove = (at: number) => {
    onChange(rules.filter((_, index) => index !== at));
    setNews(t('settings.rules.removed'));
    focusAfterwards(
      () => list.current?.querySelectorAll<HTMLElement>('[data-edit]')[Math.min(at, rules.length - 2)] ?? add.current,
    );
  };
  const editor = (at: number) => (
    <RuleForm
      title={at < rules.length ? t('settings.form.editTitle', { number: at + 1 }) : t('settings.form.newTitle')}
      rule={rules[at] ?? null}
      form={form}
      locale={locale}
      onDone={(rule, picked) => {
        onPicked(picked);
        onChange(at < rules.length ? rules.map((one, index) => (index === at ? rule : one)) : [...rules, rule]);
        setNews('');
        close(at);
      }}
      onCancel={() => close(at)}
    />
  );

  return (
    <>
      {rules.length === 0 && <p className="text-muted">{t('settings.rules.none')}</p>}
      <ul ref={list} className="grid gap-1 empty:hidden">
        {rules.map((rule, at) => {
          const sentence = ruleSentence(rule, form, locale);
          const faults = [
            ...errors.filter(({ field }) => field === `rules.${at}` || field.startsWith(`rules.${at}.`)),
            ...ruleFaults(rule, form),
          ].map(({ message }) => message);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule is known by its place, and no place changes while one is edited.
            <li key={at}>
              {edited === at ? (
                editor(at)
              ) : (
                <RuleLine
                  sentence={sentence}
                  faults={[...new Set(faults)]}
                  {...(isAdmin && edited === null && { onEdit: () => setEdited(at), onRemove: () => remove(at) })}
                />
              )}
            </li>
          );
        })}
      </ul>
      {edited === rules.length && editor(edited)}
      {isAdmin && edited === null && <AddButton buttonRef={add} onClick={() => setEdited(rules.length)} />}
      <p role="status" className="sr-only">
        {news}
      </p>
    </>
  );
}

interface RuleLineProps {
  sentence: string;
  faults: readonly string[];
  onEdit?: () => void;
  onRemove?: () => void;
}

const RuleLine = ({ sentence, faults, onEdit, onRemove }: RuleLineProps) => (
  <div className="flex flex-wrap items-baseline gap-x-3 border-b border-line py-1">
    <div className="min-w-40 flex-1">
      <p dir="auto">{sentence}</p>
      {faults.map((fault) => (
        <p key={fault} className="text-small text-danger" dir="auto">
          {fault}
        </p>
      ))}
    </div>
    {onEdit && onRemove && (
      <div className="-mx-2 flex">
        <Button weight="quiet" data-edit aria-label={t('settings.rules.editOf', { sentence })} onClick={onEdit}>
          {t('settings.rules.edit')}
        </Button>
        <Button weight="quiet" aria-label={t('settings.rules.removeOf', { sentence })} onClick={onRemove}>
          {t('settings.rules.remove')}
        </Button>
      </div>
    )}
  </div>
);

const AddButton = ({ buttonRef, onClick }: { buttonRef: RefObject<HTMLButtonElement | null>; onClick: () => void }) => (
  <div>
    <Button weight="secondary" ref={buttonRef} onClick={onClick}>
      {t('settings.rules.add')}
    </Button>
  </div>
);

/** Once what was changed is drawn. */
const focusAfterwards = (find: () => HTMLElement | null) => setTimeout(() => find()?.focus());
