/** The name of the cookie that keeps the language that a person chose for the product. */
export const languageCookie = 'language';

/** What the browser keeps of that language (a subtag of BCP 47); undefined when there is none. */
export const chosenLanguage = (cookies: string | undefined): string | undefined =>
  new RegExp(`(?:^|;\\s*)${languageCookie}=([a-z]{2})(?:;|$)`).exec(cookies ?? '')?.[1];
