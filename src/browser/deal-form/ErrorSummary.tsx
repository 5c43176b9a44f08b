import { Notice } from '../../ui/Notice.tsx';
import { inputId } from './FieldControl.tsx';

interface ErrorSummaryProps {
  title: string;
  lines: readonly { slug: string; title: string; message: string }[];
  onJump: (slug: string) => void;
}

/** Directly above the button: how many fields need a look, each a link to its input. */
export const ErrorSummary = ({ title, lines, onJump }: ErrorSummaryProps) => (
  <Notice tone="danger" title={title}>
    <ul className="mt-1">
      {lines.map(({ slug, title: label }) => (
        <li key={slug}>
          <a
            href={`#${inputId(slug)}`}
            className="inline-block py-0.5 underline underline-offset-4"
            onClick={(event) => {
              event.preventDefault();
              onJump(slug);
            }}
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  </Notice>
);
