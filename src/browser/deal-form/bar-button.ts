/** How a button beside the form's title looks; where several wrap, each row is as high as they are. */
export const barButton =
  'inline-flex min-h-8 items-center rounded-sm text-small whitespace-nowrap text-muted underline decoration-line underline-offset-4 hover:text-ink hover:decoration-current pointer-coarse:min-h-11';
