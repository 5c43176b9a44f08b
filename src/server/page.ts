import type { Boot } from '../contract/boot.ts';

/** The built page, handed in at the start: the server knows nothing of what draws it. */
export interface Page {
  /** A whole HTML document. */
  render(boot: Boot): string;
  /** `sha256-…` CSP sources of the styles in it. */
  styleHashes: readonly string[];
  /** The built files: `assets/` in it, whose names change with their contents, and root files like `favicon.svg`. */
  assetsDirectory: string | null;
}
