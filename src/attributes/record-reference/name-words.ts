/** What stands before a person's name and is none; of a folded word. */
export const formOfAddress = /^(mr|mrs|ms|miss|dr|prof|ing|mag|dipl|herr|frau|sr|sra|eng)$/;

/** What is written small within the names of persons, and begins a last name: `van der Berg`. */
export const particle =
  /^(van|von|vom|zu|zum|zur|und|de|del|della|der|den|det|di|da|do|dos|das|du|la|le|ter|ten|y|e|al|el|bin|ibn|ben|bint|af|av)$/;
