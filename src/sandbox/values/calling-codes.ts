/**
 * Country calling codes (ITU E.164), `GB44` and so on. Where several countries share one, the first listed is answered;
 * the real service checks whole numbering plans, which this sandbox does not.
 */
const TABLE = `
  US1 CA1 EG20 ZA27 GR30 NL31 BE32 FR33 ES34 HU36 IT39 RO40 CH41 AT43 GB44 DK45 SE46 NO47 PL48 DE49 PE51 MX52
  CU53 AR54 BR55 CL56 CO57 VE58 MY60 AU61 ID62 PH63 NZ64 SG65 TH66 RU7 KZ7 JP81 KR82 VN84 CN86 TR90 IN91 PK92
  AF93 LK94 MM95 IR98 MA212 DZ213 TN216 LY218 SN221 CI225 GH233 NG234 KE254 TZ255 UG256 ZM260 ZW263 PT351 LU352
  IE353 IS354 AL355 MT356 CY357 FI358 BG359 LT370 LV371 EE372 MD373 AM374 BY375 UA380 RS381 ME382 HR385 SI386
  BA387 MK389 CZ420 SK421 LI423 CR506 PA507 BO591 EC593 PY595 UY598 HK852 MO853 KH855 BD880 TW886 MV960 LB961
  JO962 SY963 IQ964 KW965 SA966 YE967 OM968 PS970 AE971 IL972 BH973 QA974 MN976 NP977 TJ992 AZ994 GE995 KG996
  UZ998
`;

const codes = new Map(
  TABLE.trim()
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), entry.slice(2)]),
);

/** The code to dial for a country, e.g. `44` for GB. */
export function callingCode(country: string): string | undefined {
  return codes.get(country);
}

/** The country whose calling code begins an international number's digits. No code begins another one. */
export function countryOf(digits: string): string | undefined {
  for (const [country, code] of codes) if (digits.startsWith(code)) return country;
  return undefined;
}
