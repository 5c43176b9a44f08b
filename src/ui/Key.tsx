/** A key of the keyboard beside the words it is short for; hidden from the accessibility tree, which has `aria-keyshortcuts`. */
export const Key = ({ children }: { children: string }) => (
  <span
    aria-hidden="true"
    dir="ltr"
    className="inline-block pointer-coarse:hidden min-w-5 rounded-[5px] border border-current/50 px-1 text-center font-sans text-tiny font-[550] whitespace-nowrap"
  >
    {children}
  </span>
);
