import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { FieldFrame } from '../../ui/FieldFrame.tsx';
import { inList, t } from '../../words/t.ts';
import type { Making, Picked } from '../picked-entry.ts';
import type { NewRecord } from './new-record.ts';
import { newRecordChip } from './new-record-chip.ts';
import { domainIn, emailIn } from './new-record-key.ts';
import { restOf } from './pasted-records.ts';

interface NewRecordPanelProps {
  /** Of the picker that it stands beneath. */
  id: string;
  object: NewRecord['object'];
  making: Making;
  /** What Attio requires of one besides: then none can be made here. */
  lacking: readonly string[] | null;
  /** What stands in the picker already: nothing is entered twice. */
  picked: readonly Picked[];
  onMaking: (making: Making) => void;
  /** What stands in the picker. */
  text: string;
  /** What was typed for the panel before it was there. */
  takeTyped: () => string;
  /** With what is left of the text. */
  onAdd: (chip: Picked, rest: string) => void;
  onCancel: () => void;
}

/** What is missing or wrong, by input; empty when the record can be added. */
interface Faults {
  name?: string;
  unique?: string;
}

/** The record as entered, or what keeps it from being one. */
function read(object: NewRecord['object'], { name, unique }: Making): NewRecord | Faults {
  const title = name.trim();
  const [domain, email] = [domainIn(unique), emailIn(unique)];
  const isThere = object === 'companies' ? domain !== null : email !== null;
  if (title === '' || !isThere) {
    const uniqueFault = object === 'companies' ? t('newRecord.noDomain') : t('newRecord.noEmail');
    return { ...(title === '' && { name: t('newRecord.noName') }), ...(!isThere && { unique: uniqueFault }) };
  }
  return object === 'companies'
    ? { object, name: title, domain: domain ?? '' }
    : { object, name: title, email_address: email ?? '' };
}

/** What is made with the deal, or why that cannot be, beneath its picker. */
export const NewRecordPanel = ({ lacking, ...props }: NewRecordPanelProps) =>
  lacking ? <CannotMake {...props} lacking={lacking} /> : <NewRecordInputs {...props} />;

interface PanelProps {
  object: NewRecord['object'];
  onEnter?: (event: KeyboardEvent) => void;
  onCancel: () => void;
  children: ReactNode;
}

function Panel({ object, onEnter, onCancel, children }: PanelProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel();
    }
    // Here Enter adds; it never sends the deal from within.
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !event.metaKey && !event.ctrlKey) onEnter?.(event);
  };
  return (
    <div
      role="group"
      aria-label={t(`newRecord.${object}`)}
      onKeyDown={onKeyDown}
      className="appear absolute inset-x-0 top-full z-20 mt-1.5 grid gap-3 rounded-control border border-line bg-surface p-4 shadow-list"
    >
      <p className="font-[620]">{t(`newRecord.${object}`)}</p>
      {children}
    </div>
  );
}

function CannotMake({
  object,
  lacking,
  takeTyped,
  onCancel,
}: {
  object: NewRecord['object'];
  lacking: readonly string[];
  takeTyped: () => string;
  onCancel: () => void;
}) {
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    back.current?.focus();
    takeTyped();
  }, [takeTyped]);
  return (
    <Panel object={object} onCancel={onCancel}>
      <p role="alert">{t(`newRecord.cannot.${object}`, { titles: inList(lacking.map((text) => t('quoted', { text }))) })}</p>
      <div>
        <Button ref={back} weight="secondary" onClick={onCancel}>
          {t('newRecord.back')}
        </Button>
      </div>
    </Panel>
  );
}

/** Two inputs for a company or person that is made with the deal. Nothing is written before the send. */
function NewRecordInputs(props: Omit<NewRecordPanelProps, 'lacking'>) {
  const { id, object, making, picked, text, takeTyped, onMaking, onAdd, onCancel } = props;
  const [faults, setFaults] = useState<Faults>({});
  const [start] = useState(making);
  const nameInput = useRef<HTMLInputElement>(null);
  const uniqueInput = useRef<HTMLInputElement>(null);
  const latest = useRef({ making, onMaking });
  latest.current = { making, onMaking };
  // To what is still missing, or else to the name, which may only be a guess.
  useEffect(() => {
    const part = start.name !== '' && start.unique === '' ? 'unique' : 'name';
    const first = (part === 'unique' ? uniqueInput : nameInput).current;
    first?.focus();
    first?.select();
    const typed = takeTyped();
    if (!first || typed === '') return;
    first.value = typed;
    latest.current.onMaking({ ...latest.current.making, [part]: typed });
  }, [start, takeTyped]);

  const add = () => {
    const record = read(object, making);
    if ('object' in record) {
      const chip = newRecordChip(record);
      const same = picked.find(({ id: other, details = [] }) => other === chip.id || details.includes(chip.details?.[0] ?? ''));
      if (!same) return onAdd(chip, restOf(text, object));
      setFaults({ unique: t('newRecord.already', { name: same.name }) });
      return uniqueInput.current?.focus();
    }
    setFaults(record);
    (record.name ? nameInput : uniqueInput).current?.focus();
  };
  const onEnter = (event: KeyboardEvent) => {
    event.preventDefault();
    add();
  };
  const isCompany = object === 'companies';
  return (
    <Panel object={object} onEnter={onEnter} onCancel={onCancel}>
      <FieldFrame id={`${id}-new-name`} label={t('newRecord.name')} error={faults.name}>
        {(ties) => (
          <input
            {...ties}
            ref={nameInput}
            className="control"
            dir="auto"
            autoComplete="off"
            defaultValue={start.name}
            onInput={({ currentTarget }) => onMaking({ ...making, name: currentTarget.value })}
          />
        )}
      </FieldFrame>
      <FieldFrame
        id={`${id}-new-unique`}
        label={isCompany ? t('newRecord.domain') : t('newRecord.email')}
        error={faults.unique}
        help={t('newRecord.help')}
      >
        {(ties) => (
          <input
            {...ties}
            ref={uniqueInput}
            className="control"
            type="text"
            inputMode={isCompany ? 'url' : 'email'}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            placeholder={isCompany ? t('newRecord.domainExample') : t('newRecord.emailExample')}
            defaultValue={start.unique}
            onInput={({ currentTarget }) => onMaking({ ...making, unique: currentTarget.value })}
          />
        )}
      </FieldFrame>
      <div className="flex flex-wrap gap-3">
        <Button weight="secondary" onClick={add}>
          {t('newRecord.add')}
        </Button>
        <Button weight="quiet" onClick={onCancel}>
          {t('newRecord.cancel')}
        </Button>
      </div>
    </Panel>
  );
}
