const currencySigns: Readonly<Record<string, string>> = { '￥': '¥', '￡': '£', '￦': '₩' };

/** The text with the full-width signs of East Asian input methods as the ones that they stand for: `＋１，２００` is `+1,200`. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[￥￡￦]/g, (sign) => currencySigns[sign] ?? sign);
