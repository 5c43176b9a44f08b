import { paths } from '../../contract/paths.ts';
import type { FieldError } from '../../contract/problem.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { t } from '../../words/t.ts';

/** The workspace has changed since the form was drawn: errors of fields that are not on it, and the way to one that has them. */
export const ChangedFormNotice = ({ errors }: { errors: readonly FieldError[] }) => (
  <Notice tone="warn" title={t('formChanged.title')}>
    <ul className="mt-1">
      {errors.map(({ field, message }) => (
        <li key={field} dir="auto">
          {message}
        </li>
      ))}
    </ul>
    <p className="mt-1">{t('formChanged.text')}</p>
    <ButtonLink weight="secondary" className="mt-3" href={paths.newDeal}>
      {t('formChanged.action')}
    </ButtonLink>
  </Notice>
);
