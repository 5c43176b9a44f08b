/** Locales whose people write numbers and currencies in ways of their own; amounts are pasted from any of them. */
export const pastedLocales: readonly string[] =
  'en-US en-GB en-IN en-CA en-AU en-ZA de-DE de-AT de-CH fr-FR fr-CA fr-CH es-ES es-MX pt-BR pt-PT it-IT nl-NL sv-SE nb-NO da-DK fi-FI pl-PL cs-CZ hu-HU ro-RO bg-BG el-GR ru-RU uk-UA tr-TR he-IL ar-EG ar-AE fa-IR hi-IN bn-BD mr-IN th-TH vi-VN id-ID ja-JP ko-KR zh-CN zh-TW'.split(
    ' ',
  );
