import { useId, useRef } from 'react';
import type { DealForm } from '../../contract/deal-form.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { Exchange, Rate } from '../../contract/workspace-settings.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldFrame } from '../../ui/FieldFrame.tsx';
import { Select } from '../../ui/Select.tsx';
import { t } from '../../words/t.ts';

interface RateListProps {
  exchange: Exchange | null;
  form: DealForm;
  isAdmin: boolean;
  errors: readonly FieldError[];
  onChange: (exchange: Exchange | null) => void;
}

const nothing: Exchange = { original_attribute: null, rates: [] };
const parts = ['from', 'to', 'rate', 'date', 'source'] as const;
const labels: Record<keyof Rate, string> = {
  from: t('settings.rates.from'),
  to: t('settings.rates.to'),
  rate: t('settings.rates.value'),
  date: t('settings.rates.date'),
  source: t('settings.rates.source'),
};
const newRate = (): Rate => ({ from: '', to: '', rate: '', date: new Date().toISOString().slice(0, 10), source: '' });

/** The rates of other currencies, and where the amount as agreed is kept. */
export function RateList({ exchange, form, isAdmin, errors, onChange }: RateListProps) {
  const id = useId();
  const add = useRef<HTMLButtonElement>(null);
  const { original_attribute, rates } = exchange ?? nothing;
  const change = (next: Exchange) => onChange(next.rates.length === 0 && next.original_attribute === null ? null : next);
  const errorAt = (place: string) => errors.find(({ field }) => field === `exchange.${place}`)?.message;

  if (!isAdmin) {
    return (
      <ul className="grid gap-1">
        {rates.map(({ from, to, rate, date, source }) => (
          <li key={`${from} ${to} ${date}`}>{t('settings.rates.line', { from, to, rate, date, source })}</li>
        ))}
        {rates.length === 0 && <li className="text-muted">{t('settings.rates.none')}</li>}
      </ul>
    );
  }
  // A rate is known by its place: its inputs show what is given.
  const placed = rates.map((one, at) => ({ one, at, place: `rate ${at}` }));
  const texts = form.fields.filter(({ type, multi }) => type === 'text' && !multi);
  const isListed = original_attribute === null || texts.some(({ slug }) => slug === original_attribute);
  return (
    <>
      {placed.map(({ one, at, place }) => (
        <fieldset
          key={place}
          className="grid grid-cols-2 gap-3 border-b border-line pb-4 min-[480px]:grid-cols-[1fr_1fr_1.2fr_1.8fr]"
        >
          <legend className="mb-2 text-small text-muted">{t('settings.rates.rate', { number: at + 1 })}</legend>
          {parts.map((part) => (
            <div key={part} className={part === 'source' ? 'col-span-2 min-[480px]:col-span-3' : undefined}>
              <FieldFrame id={`${id}${at}${part}`} label={labels[part]} error={errorAt(`rates.${at}.${part}`)}>
                {(ties) => (
                  <input
                    {...ties}
                    className="control"
                    type={part === 'date' ? 'date' : 'text'}
                    inputMode={part === 'rate' ? 'decimal' : undefined}
                    autoComplete="off"
                    value={one[part]}
                    onChange={({ target: { value } }) => {
                      const given = part === 'from' || part === 'to' ? value.toUpperCase() : value;
                      const next = rates.map((rate, index) => (index === at ? { ...rate, [part]: given } : rate));
                      change({ original_attribute, rates: next });
                    }}
                  />
                )}
              </FieldFrame>
            </div>
          ))}
          <Button
            weight="quiet"
            className="self-end justify-self-start"
            aria-label={t('settings.rates.remove', { number: at + 1 })}
            onClick={() => {
              change({ original_attribute, rates: rates.filter((_, index) => index !== at) });
              add.current?.focus();
            }}
          >
            {t('settings.rules.remove')}
          </Button>
        </fieldset>
      ))}
      {rates.length === 0 && <p className="text-muted">{t('settings.rates.none')}</p>}
      <div>
        <Button
          weight="secondary"
          ref={add}
          onClick={() => {
            change({ original_attribute, rates: [...rates, newRate()] });
            setTimeout(() => document.getElementById(`${id}${rates.length}from`)?.focus());
          }}
        >
          {t('settings.rates.add')}
        </Button>
      </div>
      {exchange && (
        <FieldFrame id={`${id}original`} label={t('settings.rates.attribute')} error={errorAt('original_attribute')}>
          {(ties) => (
            <Select
              {...ties}
              aria-required={false}
              value={original_attribute ?? ''}
              onChange={({ target }) => change({ original_attribute: target.value || null, rates })}
            >
              <option value="">{t('settings.rates.noAttribute')}</option>
              {!isListed && <option value={original_attribute}>{original_attribute}</option>}
              {texts.map(({ slug, title }) => (
                <option key={slug} value={slug}>
                  {title}
                </option>
              ))}
            </Select>
          )}
        </FieldFrame>
      )}
    </>
  );
}
