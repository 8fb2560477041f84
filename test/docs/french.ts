/** What the translator of the walk-through says, by unit; codes by their names in braces. */

const inBoth = (one: string, other: string, unit: string): Readonly<Record<string, string>> => ({
  [`units:${unit}:counter:one`]: `{n} ${one}`,
  [`units:${unit}:counter:other`]: `{n} ${other}`,
});

export const names: Readonly<Record<string, string>> = {
  "data:publication:title": "Livre blanc de la propriété intellectuelle à Shanghai",
  "directions:up": "hausse",
  "directions:down": "baisse",
  "directions:flat": "stabilité",
  "names:per-ten-thousand": "pour 10\u202f000 habitants",
  "messages:contents": "Sommaire",
  "messages:chart.year": "{year}",
  "labels:patents.applications.total": "Demandes de brevet",
  "labels:patents.grants.total": "Brevets délivrés",
  ...inBoth("demande", "demandes", "application"),
  ...inBoth("brevet", "brevets", "patent"),
  ...inBoth("marque", "marques", "trademark"),
  ...inBoth("œuvre", "œuvres", "work"),
  ...inBoth("titre", "titres", "variety"),
  ...inBoth("produit", "produits", "product"),
  ...inBoth("brevet", "brevets", "patent_per_10k_residents"),
  ...inBoth("affaire", "affaires", "case"),
  "headings:references:section": "chapitre {n}",
  "headings:references:figure": "figure {n}",
};

const rise = (key: string): string => `en {direction:${key}.growth} de {${key}.growth}`;

export const chapter: Readonly<Record<string, string>> = {
  "creation.1": "La propriété intellectuelle progresse en volume et en qualité",
  "ip-creation.1": "Création de propriété intellectuelle à Shanghai en {period}",
  "creation.2":
    "En {period}, Shanghai a compté {patents.applications.total} et {patents.grants.total}, en {direction:patents.applications.total.growth:patents.grants.total.growth} de {patents.applications.total.growth} et {patents.grants.total.growth} sur un an, dont {patents.applications.invention} et {patents.grants.invention} pour des inventions, en {direction:patents.applications.invention.growth:patents.grants.invention.growth} de {patents.applications.invention.growth} et {patents.grants.invention.growth}, ainsi que {patents.applications.pct} au titre du PCT, " +
    `${rise("patents.applications.pct")}.`,
  "creation.3": `Shanghai comptait {patents.invention.in_force} d’invention en vigueur, ${rise("patents.invention.in_force")} sur un an, soit {patents.invention.in_force_per_10k_residents} pour 10\u202f000 habitants, au {patents.invention.in_force_per_10k_residents.rank} rang national.`,
  "creation.4": `On a demandé {trademarks.applications}, ${rise("trademarks.applications")} sur un an, et enregistré {trademarks.registrations.new}, ${rise("trademarks.registrations.new")}.`,
  "creation.5": `Au total, {trademarks.in_force} étaient en vigueur, ${rise("trademarks.in_force")} sur un an.`,
  "creation.6": `On a déposé {copyright.works_registered}, ${rise("copyright.works_registered")} sur un an.`,
  "creation.7":
    "Shanghai compte {gi.trademarks} d’indication géographique et {gi.protected_products} qu’une telle indication protège.",
  "creation.8":
    "Shanghai a obtenu {plant_varieties.rights_granted} sur de nouvelles variétés végétales et {plant_varieties.international_registrations} au registre international.",
};

export const later: Readonly<Record<string, string>> = {
  "creation.5": `Au total, {trademarks.in_force} restaient en vigueur, ${rise("trademarks.in_force")} sur un an.`,
  "creation.7":
    "À la fin de l’année, Shanghai comptait {gi.trademarks} d’indication géographique et {gi.protected_products} qu’une telle indication protège.",
  "creation.9": "Ces produits viennent de tous les arrondissements.",
};
