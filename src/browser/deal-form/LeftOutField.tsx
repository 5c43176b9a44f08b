import { t } from '../../words/t.ts';

/** In the place of a field that the stage leaves out, and as high: its name, and what is not sent of it. */
export const LeftOutField = ({ title, text }: { title: string; text: string }) => (
  <div className="min-w-0 text-small">
    <p className="mb-1.5 font-[550]" dir="auto">
      {title}
    </p>
    <p className="flex min-h-[42px] items-center rounded-control bg-sunken px-3.5 py-2 text-muted pointer-coarse:min-h-11">
      <span>{text === '' ? t('leftOut.nothing') : t('leftOut.kept', { text })}</span>
    </p>
  </div>
);
