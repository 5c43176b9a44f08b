import type { Random } from './random.ts';

/** First and last names that go together. Names not in Latin letters carry the spelling used in e-mail addresses. */
type Culture = { first: readonly string[]; last: readonly string[] };

const words = (text: string) => text.split(',').map((word) => word.trim());

const cultures: readonly Culture[] = [
  {
    first: words('Emma, Oliver, Charlotte, James, Amelia, Noah, Grace, Henry, Isla, Samuel, Ruth, Daniel'),
    last: words("Smith, Jones, Taylor, Brown, Walker, O'Brien, Murphy, Clarke, Bennett, Hughes, Reid, Carter"),
  },
  {
    first: words('Anna, Lukas, Lena, Felix, Jürgen, Käthe, Moritz, Sabine, Björn, Ute, Jonas, Klara'),
    last: words('Schmidt, Müller, Weber, Fischer, Groß, Köhler, Meier, Vogel, Schäfer, Brandt, Kühn, Bauer'),
  },
  {
    first: words('Camille, Hugo, Léa, Théo, Zoé, René, Anaïs, Étienne, Inès, François, Maëlle, Gaël'),
    last: words('Lefèvre, Moreau, Dubois, Béranger, Rousseau, Garçon, Fontaine, Chevalier, Renaud, Perrin, Marchand, Noël'),
  },
  {
    first: words('Lucía, Mateo, Sofía, Joaquín, Íñigo, Carmen, Andrés, Ximena, Raúl, Elena, Tomás, Belén'),
    last: words('García, Fernández, Núñez, Ortega, Ibáñez, Herrera, Vázquez, Muñoz, Castro, Peña, Quiroga, Molina'),
  },
  {
    first: words('Beatriz, João, Inês, Rui, Antônio, Luísa, Caetano, Matilde, Gonçalo, Helena, Tiago, Conceição'),
    last: words('Silva, Conceição, Araújo, Magalhães, Gonçalves, Teixeira, Lourenço, Simões, Reis, Falcão, Brandão, Pires'),
  },
  {
    first: words('Astrid, Søren, Åsa, Bjørn, Freja, Håkon, Linnéa, Øystein, Sigrid, Jörgen, Maja, Anders'),
    last: words('Lindqvist, Sørensen, Åkesson, Halvorsen, Bjørnstad, Nyström, Østergaard, Dahl, Sjöberg, Holm, Ødegård, Kjær'),
  },
  {
    first: words('Łukasz, Małgorzata, Jiří, Zuzana, Želmíra, Mirko, Dóra, Gábor, Ștefan, Ioana, Vesna, Petr'),
    last: words('Wójcik, Dvořák, Nováková, Kovačević, Szabó, Țepeș, Zając, Horváth, Šimić, Černý, Kowalska, Popescu'),
  },
  {
    first: words('Priya, Arjun, Ananya, Rohan, Meera, Vikram, Kavya, Imran, Lakshmi, Sanjay, Nisha, Farhan'),
    last: words('Sharma, Nair, Patel, Iyer, Chatterjee, Khan, Reddy, Banerjee, Mehta, Fernandes, Gupta, Rao'),
  },
  {
    first: words('Mei, Wei, Jun, Xiu, Bo, Lan, Hao, Ying, Qiang, Fang, Ning, Tao'),
    last: words('Li, Wang, Zhang, Chen, Liu, Zhao, Huang, Wu, Xu, Sun, Lin, Guo'),
  },
  {
    first: words('Yuki, Haruto, Sakura, Kenji, Aiko, Minh, Thị Hoa, Đức, Linh, Ji-woo, Seo-yeon, Min-jun'),
    last: words('Tanaka, Satō, Kobayashi, Nguyễn, Trần, Phạm, Kim, Park, Choi, Yamamoto, Lê, Itō'),
  },
  {
    first: words('Amara, Kwame, Zainab, Chidi, Thandiwe, Sipho, Ngozi, Abena, Tendai, Makena, Oluwaseun, Fatou'),
    last: words('Okafor, Mensah, Dlamini, Adeyemi, Mwangi, Diallo, Nkosi, Boateng, Achieng, Traoré, Eze, Moyo'),
  },
  {
    first: words('محمد|mohammed, فاطمة|fatima, ليلى|layla, يوسف|youssef, نور|nour, خالد|khaled'),
    last: words('الفارسي|alfarsi, حداد|haddad, منصور|mansour, الخطيب|alkhatib, نجار|najjar, سليمان|suleiman'),
  },
  {
    first: words('נועה|noa, דוד|david, תמר|tamar, אורי|uri, שירה|shira, איתי|itay'),
    last: words('כהן|cohen, לוי|levi, מזרחי|mizrahi, פרץ|peretz, ביטון|biton, אברהם|avraham'),
  },
];

/** Somebody's name, and how it is spelt in an e-mail address. */
export type DemoName = { first: string; last: string; address: string };

/** A name whose parts belong together. */
export function demoName(random: Random): DemoName {
  const culture = random.pick(cultures);
  const [first = '', firstAddress = first] = random.pick(culture.first).split('|');
  const [last = '', lastAddress = last] = random.pick(culture.last).split('|');
  return { first, last, address: `${addressPart(firstAddress)}.${addressPart(lastAddress)}` };
}

// Letters that do not come apart into a base letter and a mark.
const LETTERS: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', ð: 'd', þ: 'th' };

/** The plain letters of a name. */
export function addressPart(name: string): string {
  const plain = name.toLowerCase().replace(/[øłđßæðþ]/g, (letter) => LETTERS[letter] ?? '');
  return plain.normalize('NFD').replace(/[^a-z0-9]/g, '');
}
