declare module '*.css';

interface ImportMeta {
  /** Filled in by the build. */
  readonly env: { readonly PROD: boolean };
}
