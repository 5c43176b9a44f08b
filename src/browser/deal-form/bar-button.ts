/**
 * How a button beside the form's title looks: no higher than the title, since it comes with the first key, and nothing may move for it.
 */
export const barButton =
  '-my-2 inline-flex min-h-8 items-center rounded-sm text-small whitespace-nowrap text-muted underline decoration-line underline-offset-4 hover:text-ink hover:decoration-current pointer-coarse:-my-3 pointer-coarse:min-h-11';
