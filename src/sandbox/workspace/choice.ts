/** A select option or a status: something with a title that a value can point at. */
export type Choice = {
  id: string;
  attributeKey: number;
  title: string;
  isArchived: boolean;
  targetTimeInStatus: string | null;
  celebrationEnabled: boolean;
};
