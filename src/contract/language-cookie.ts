const name = 'language';

/** What the browser keeps of the language that a person chose for the product (a subtag of BCP 47); undefined when there is none. */
export const chosenLanguage = (cookies: string | undefined): string | undefined =>
  new RegExp(`(?:^|;\\s*)${name}=([a-z]{2})(?:;|$)`).exec(cookies ?? '')?.[1];

/** The cookie that keeps it for a year, or takes it away. */
export const languageCookie = (language: string | null, isHttps: boolean): string =>
  `${name}=${language ?? ''}; Path=/; Max-Age=${language === null ? 0 : 31_536_000}; SameSite=Lax${isHttps ? '; Secure' : ''}`;
