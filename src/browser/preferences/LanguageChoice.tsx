import { chosenLanguage, languageCookie } from '../../contract/language-cookie.ts';
import { Radio } from '../../ui/Radio.tsx';
import { isLanguage, type Language, languageNames, languages } from '../../words/language.ts';
import { t } from '../../words/t.ts';
import { keepCookie } from '../keep-cookie.ts';
import { SetupSection } from '../setup/SetupSection.tsx';

/** The language of the product, for this browser. The page is drawn in it at once; what was typed is on disk already. */
export function LanguageChoice() {
  const kept = chosenLanguage(document.cookie);
  const chosen = isLanguage(kept) ? kept : null;
  const choose = (language: Language | null) => {
    keepCookie(languageCookie, language);
    location.reload();
  };
  return (
    <SetupSection title={t('preferences.language.title')} text={t('preferences.language.text')}>
      <fieldset className="flex flex-wrap gap-x-6 gap-y-1">
        <legend className="sr-only">{t('preferences.language.title')}</legend>
        <Radio name="language" checked={chosen === null} onChange={() => choose(null)}>
          {t('preferences.language.ofBrowser')}
        </Radio>
        {languages.map((language) => (
          <Radio key={language} name="language" checked={chosen === language} onChange={() => choose(language)}>
            <bdi lang={language}>{languageNames[language]}</bdi>
          </Radio>
        ))}
      </fieldset>
    </SetupSection>
  );
}
