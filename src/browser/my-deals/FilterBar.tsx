import { useId } from 'react';
import { submissionGroups } from '../../contract/submission.ts';
import { t } from '../../words/t.ts';
import { type ListFilter, longestName } from './list-filter.ts';

interface FilterBarProps {
  filter: ListFilter;
  onFilter: (filter: ListFilter) => void;
}

const groups = [null, ...(Object.keys(submissionGroups) as (keyof typeof submissionGroups)[])];

/** What of my deals is shown: how they stand, and what they are called. */
export function FilterBar({ filter, onFilter }: FilterBarProps) {
  const [groupName, nameId] = [useId(), useId()];
  return (
    <div className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-3">
      <fieldset className="min-w-0 max-[479px]:w-full">
        <legend className="mb-1.5 text-small font-[550]">{t('myDeals.filter.show')}</legend>
        <div className="flex flex-wrap rounded-control border border-control bg-surface p-0.5">
          {groups.map((group) => (
            <label
              key={group}
              className="relative flex min-h-9 flex-auto items-center justify-center rounded-[0.4375rem] px-1.5 min-[22rem]:px-2.5 text-small whitespace-nowrap text-muted outline-offset-1 hover:text-ink has-checked:bg-accent-soft has-checked:font-[620] has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:min-h-11 forced-colors:has-checked:underline"
            >
              <input
                type="radio"
                name={groupName}
                className="absolute inset-0 m-0 cursor-pointer appearance-none outline-none"
                checked={filter.group === group}
                onChange={() => onFilter({ ...filter, group })}
              />
              {t(`myDeals.filter.groups.${group ?? 'all'}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="min-w-44 flex-1">
        <label htmlFor={nameId} className="mb-1.5 block text-small font-[550]">
          {t('myDeals.filter.name')}
        </label>
        <input
          id={nameId}
          type="search"
          className="control"
          autoComplete="off"
          spellCheck={false}
          maxLength={longestName}
          value={filter.name}
          onChange={(event) => onFilter({ ...filter, name: event.target.value })}
        />
      </div>
    </div>
  );
}
