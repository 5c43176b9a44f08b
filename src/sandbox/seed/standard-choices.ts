/** The stages of a new workspace; the emoji is part of the title (docs.attio.com/docs/standard-objects/standard-objects-deals). */
export const standardStages = ['Lead', 'In Progress', 'Won 🎉', 'Lost'];

// The real lists are longer; these are of their kind.
export const companyChoices: Readonly<Record<string, readonly string[]>> = {
  categories: [
    'Accounting',
    'Agriculture',
    'B2B',
    'B2C',
    'Education',
    'Energy',
    'Healthcare',
    'Logistics',
    'Manufacturing',
    'SAAS',
  ],
  estimated_arr_usd: ['<$1M', '$1M-$10M', '$10M-$50M', '$50M-$100M', '$100M-$250M', '$250M+'],
  employee_range: ['1-10', '11-50', '51-250', '251-1K', '1K-5K', '5K-10K', '10K+'],
};

export const connectionStrengths = ['Very weak', 'Weak', 'Good', 'Strong', 'Very strong'];
