/** A small publication in French: what its translator says, by unit. Codes stand in braces, as the record has them. */
export const french: Readonly<Record<string, string>> = {
  "registry.1": "Le registre",
  "registry.2": "En {period}, l’office a reçu {patents.applications.total} pour un {strong}brevet{/strong}.",
  "registry.3":
    "Les tribunaux ont reçu {courts.cases.accepted}, soit {courts.cases.accepted.growth} {direction:courts.cases.accepted.growth}, et en ont jugé {courts.cases.concluded}{note:1}.{if:courts.cases.concluded} On les connaît.{end-if}",
  "court-cases.1": "Les affaires devant les tribunaux",
  "tables.1": "Tableaux",
  "tables.2": "Voir {ref:registry} & la {emphasis}loi{/emphasis}.",
  "sums.1": "Affaires, {courts.cases.accepted} en tout",
  "sums.2": "Nature",
  "sums.3": "Nombre",
  "sums.4": "Reçues",
  "tables.3": "Comme le disent les {link:https:-example.org-courts}tribunaux{/link:https:-example.org-courts}.",
};
