import { Button } from '../../ui/Button.tsx';
import { useCopy } from '../use-copy.tsx';

interface CopyButtonProps {
  text: string;
  label: string;
  /** What is said when it has been copied. */
  copied: string;
  weight: 'primary' | 'secondary';
}

/** Copies a text and says so; another text is another `key`. */
export function CopyButton({ text, label, copied, weight }: CopyButtonProps) {
  const { isCopied, copy } = useCopy();
  return (
    <>
      <Button weight={weight} onClick={() => copy(text)}>
        {label}
      </Button>
      <span role="status" className="order-last text-small text-muted empty:hidden">
        {isCopied && copied}
      </span>
    </>
  );
}
