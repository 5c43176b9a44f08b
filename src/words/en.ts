/** Every sentence of the product, in English. Short and active: what happened, what it means for the deal, what to do. */
export const en = {
  product: 'Dealslip',
  yes: 'Yes',
  no: 'No',
};
