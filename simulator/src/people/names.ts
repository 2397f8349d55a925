/** Given and family names by country, so that a customer in Osaka is called as people in Osaka are. */
interface Names {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

const words = (text: string) => text.split(' ');

const ENGLISH: Names = {
  given: words(
    'Emma Oliver Charlotte Jack Amelia Harry Grace Thomas Sophie James Lucy Daniel Hannah Matthew Rachel Andrew Megan Christopher Laura Michael Rebecca Joshua Claire Benjamin Natalie Samuel',
  ),
  family: words(
    'Smith Taylor Brown Wilson Davies Evans Walker Wright Robinson Thompson White Hughes Edwards Green Hall Wood Harris Clarke Jackson Turner Cooper Bennett Foster Murray Reid Campbell',
  ),
};
const AMERICAN: Names = {
  given: words(
    'Ashley Tyler Madison Brandon Jasmine Marcus Kayla Derek Brianna Jordan Monica Ethan Vanessa Luis Angela Kevin Tiffany Raymond Denise Caleb Alicia Trevor Naomi Isaiah',
  ),
  family: words(
    'Johnson Williams Miller Davis Garcia Rodriguez Martinez Anderson Moore Jackson Lee Perez Sanchez Ramirez Lewis Young Allen King Scott Torres Nguyen Hill Adams Nelson Carter Mitchell',
  ),
};
const GERMAN: Names = {
  given: words(
    'Anna Lukas Lea Felix Julia Maximilian Katharina Jonas Sabine Tobias Franziska Stefan Miriam Florian Nina Matthias Claudia Sebastian Birgit Moritz',
  ),
  family: words(
    'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Bauer Richter Klein Wolf Schröder Neumann Zimmermann Krüger Hartmann',
  ),
};
const FRENCH: Names = {
  given: words(
    'Camille Hugo Léa Antoine Manon Nicolas Chloé Julien Élodie Mathieu Sandrine Guillaume Aurélie Pierre Margaux Thibault Nathalie Romain',
  ),
  family: words(
    'Martin Bernard Dubois Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Roux Fournier Girard Bonnet Lambert Mercier',
  ),
};
const SPANISH: Names = {
  given: words(
    'Lucía Javier Marta Carlos Elena Diego Carmen Alejandro Paula Sergio Valentina Andrés Camila Fernando Isabel Rodrigo Daniela Ignacio',
  ),
  family: words(
    'García Fernández González López Martín Ruiz Hernández Díaz Moreno Muñoz Álvarez Romero Navarro Castro Rojas Vargas Ortega Mendoza',
  ),
};
const JAPANESE: Names = {
  given: words('Haruka Takumi Yui Kenji Sakura Daisuke Aiko Hiroshi Mika Shota Naoko Ryo Emi Yuta Kaori Satoshi'),
  family: words('Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki Matsumoto Inoue Kimura'),
};
const INDIAN: Names = {
  given: words('Priya Arjun Ananya Rahul Kavya Vikram Neha Rohan Divya Sanjay Meera Aditya Pooja Karthik Shreya Nikhil'),
  family: words('Sharma Patel Iyer Reddy Gupta Nair Mehta Rao Kulkarni Joshi Menon Desai Bose Chatterjee Pillai Kapoor'),
};
const EAST_ASIAN: Names = {
  given: words('Wei Jia Min Hui Kelvin Mei Jun Xin Darren Li Yan Siti Farah Ahmad Grace Jun-ho Ji-woo Nurul'),
  family: words('Tan Lim Lee Ng Wong Goh Chua Chan Koh Ong Kim Park Rahman Santos Cruz Wijaya Cheung Yeo'),
};
const NORDIC: Names = {
  given: words('Astrid Lars Freja Erik Ingrid Mikkel Linnea Anders Sofie Henrik Maja Johan Elin Kasper Aino Mikko'),
  family: words(
    'Johansson Andersson Nielsen Hansen Larsen Olsen Berg Lindqvist Holm Karlsson Virtanen Korhonen Dahl Nyström Sørensen Eriksson',
  ),
};
const SOUTHERN: Names = {
  given: words('Giulia Marco Francesca Luca Beatriz João Mariana Rafael Chiara Pedro Larissa Thiago Inês Matteo Gabriela Bruno'),
  family: words('Rossi Ferrari Esposito Bianchi Romano Silva Santos Oliveira Pereira Costa Almeida Ribeiro Conti Marino Carvalho Gomes'),
};
const CENTRAL: Names = {
  given: words('Zofia Jakub Magdalena Piotr Agnieszka Tomasz Tereza Ondřej Karolina Marek Lucie Paweł Eva Jan'),
  family: words('Nowak Kowalski Wiśniewski Zieliński Novák Dvořák Svoboda Kaczmarek Mazur Krawczyk Procházka Černý'),
};
const SOUTHERN_AFRICAN: Names = {
  given: words('Thandi Sipho Naledi Pieter Amina Kofi Lerato Wanjiru Brian Zanele Johan Faith'),
  family: words('Nkosi Dlamini Botha Mokoena Mwangi Otieno Naidoo VanWyk Kamau Khumalo Jacobs Wanjiku'),
};
const LEVANTINE: Names = {
  given: words('Yael Omar Noa Khalid Tamar Layla Eitan Fatima Amir Rania Daniel Hassan'),
  family: words('Cohen Levi Haddad Mansour Mizrahi Khoury Farouk Peretz Nasser Shapira Saleh Katz'),
};

const BY_COUNTRY: Readonly<Record<string, Names>> = {
  US: AMERICAN,
  CA: AMERICAN,
  DE: GERMAN,
  AT: GERMAN,
  CH: GERMAN,
  FR: FRENCH,
  BE: FRENCH,
  ES: SPANISH,
  MX: SPANISH,
  CO: SPANISH,
  CL: SPANISH,
  AR: SPANISH,
  JP: JAPANESE,
  IN: INDIAN,
  SG: EAST_ASIAN,
  HK: EAST_ASIAN,
  KR: EAST_ASIAN,
  ID: EAST_ASIAN,
  PH: EAST_ASIAN,
  SE: NORDIC,
  DK: NORDIC,
  NO: NORDIC,
  FI: NORDIC,
  IT: SOUTHERN,
  PT: SOUTHERN,
  BR: SOUTHERN,
  PL: CENTRAL,
  CZ: CENTRAL,
  ZA: SOUTHERN_AFRICAN,
  KE: SOUTHERN_AFRICAN,
  IL: LEVANTINE,
  AE: LEVANTINE,
};

export const namesOf = (country: string): Names => BY_COUNTRY[country] ?? ENGLISH;

/** Small letters a–z, digits and hyphens: for addresses and ids. */
export const slug = (text: string): string =>
  text
    .replace(/ß/g, 'ss')
    .replace(/ø/gi, 'o')
    .replace(/ł/gi, 'l')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
