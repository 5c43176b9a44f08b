import { paths } from '../../contract/paths.ts';
import type { FieldError } from '../../contract/problem.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { laterWords } from '../../words/later-words.ts';

/** The workspace has changed since the form was drawn: errors of fields that are not on it, and the way to one that has them. */
export const ChangedFormNotice = ({ errors }: { errors: readonly FieldError[] }) => (
  <Notice tone="warn" title={laterWords.formChanged.title}>
    <ul className="mt-1">
      {errors.map(({ field, message }) => (
        <li key={field} dir="auto">
          {message}
        </li>
      ))}
    </ul>
    <p className="mt-1">{laterWords.formChanged.text}</p>
    <ButtonLink weight="secondary" className="mt-3" href={paths.newDeal}>
      {laterWords.formChanged.action}
    </ButtonLink>
  </Notice>
);
