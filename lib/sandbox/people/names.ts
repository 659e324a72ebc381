import type { Language } from "../texts/pack";

type Names = { first: string[]; last: string[] };
const words = (text: string) => text.split(" ");

/** Given and family names; those in other scripts stand as "written:romanised". */
export const NAMES: Record<Language, Names> = {
  en: {
    first: words(
      "Owen Harriet Priya Marcus Niamh Declan Ruth Gareth Tessa Malcolm Imogen Kwame Sadie Fergus Alison Dev Bronwyn Curtis Leona Hamish Joanna Terrence Wren Philippa Colm Yasmin Trevor Maeve Rhys Dana",
    ),
    last: words(
      "Hartnell Okonjo Bramwell Pike Desai Carrow Munro Ashdown Tolland Vickers Redfern Oakes Lomax Gilchrist Penrose Adair Whitlock Sandhu Farrow Keane Beddoes Marlowe Tulloch Rackham Stirling Ncube Holroyd Brandt Easterby Quigley",
    ),
  },
  de: {
    first: words(
      "Anke Jürgen Sabine Markus Britta Holger Katrin Uwe Silke Thorsten Petra Björn Heike Stefan Antje Ralf Mareike Detlef Friederike Günter",
    ),
    last: words(
      "Hoffstätter Krüger Meisner Brandhoff Lütkemann Ostermeier Winkelmann Grote Sauerbier Thalmann Rübsam Kesselring Vogelsang Harms Dürrbeck Petersen Ziegenbalg Lorenz Stüve Eichhorn",
    ),
  },
  fr: {
    first: words(
      "Amélie Bruno Céline Didier Élodie Fabrice Gaëlle Hervé Inès Jérôme Laure Mathieu Noémie Pascal Solène Thierry Véronique Yann Maëlle Rémi",
    ),
    last: words(
      "Barbier Chauvin Delorme Fournel Garrec Hamelin Jolivet Laborde Mercier Perrot Quentin Roussel Sauvage Tessier Vasseur Wauters Lemaître Cottin Duhamel Berthelot",
    ),
  },
  es: {
    first: words(
      "Alba Bruno Carmen Diego Elena Fermín Gloria Hugo Irene Joaquín Lucía Martín Nuria Óscar Pilar Raúl Sonia Tomás Vega Íñigo",
    ),
    last: words(
      "Aranda Barrios Cifuentes Durán Echevarría Fuentes Gallardo Herrero Iturbe Lozano Maldonado Navarrete Olmedo Peralta Quiroga Robledo Santamaría Tejedor Urrutia Zamora",
    ),
  },
  pt: {
    first: words("Afonso Beatriz Catarina Duarte Filipa Gonçalo Inês João Leonor Mafalda Nuno Rita Sofia Tiago Vasco"),
    last: words(
      "Abrantes Bragança Cordeiro Dantas Figueira Guimarães Lacerda Meireles Noronha Pacheco Quintela Rebelo Sampaio Teixeira Vilela",
    ),
  },
  it: {
    first: words(
      "Alessia Bruno Chiara Dario Elisa Fabio Giada Ivano Letizia Marco Noemi Ornella Paolo Rosanna Sandro Tullia Ugo Viola",
    ),
    last: words(
      "Albertini Bonfanti Castellani Donadoni Ferraris Gallimberti Lorenzetti Marangoni Nardini Ottaviani Pellegrino Ravelli Scarpati Tagliabue Valsecchi Zanetti",
    ),
  },
  nl: {
    first: words(
      "Anouk Bram Daan Eline Femke Gijs Hanneke Joost Koen Lieke Maarten Noor Pieter Roos Sander Tineke Wouter",
    ),
    last: words(
      "Brouwer Dekker Hoekstra Kuipers Lammers Molenaar Noordam Postma Rietveld Schuurman Terpstra Veenstra Wiersma Zijlstra Boersma",
    ),
  },
  sv: {
    first: words(
      "Agnes Björn Cecilia Einar Frida Gunnar Helena Ingvar Josefin Lars Malin Nils Oskar Pernilla Rolf Sigrid Åsa",
    ),
    last: words(
      "Almqvist Björkman Dahlberg Engström Forslund Granath Hedlund Isaksson Kronvall Lundmark Norling Rosén Sjöström Tegnér Wikander Åkerblom",
    ),
  },
  pl: {
    first: words(
      "Agata Bartosz Czesław Dorota Elżbieta Filip Grażyna Jacek Kinga Łukasz Marta Norbert Paweł Sylwia Wojciech Żaneta",
    ),
    last: words(
      "Adamczyk Borkowska Cieślak Dąbek Gołąb Jaworska Kłos Lisiecka Mroczek Nowicki Ostrowska Pietrzak Rogala Sikora Wrona Zięba",
    ),
  },
  tr: {
    first: words(
      "Aslı Barış Ceren Deniz Ebru Fatih Gökçe Hakan İpek Kemal Leyla Murat Nazlı Okan Pınar Selim Tuğba Yusuf",
    ),
    last: words(
      "Akıncı Bozkurt Çetinel Demirtaş Erdoğmuş Gündüz İnceoğlu Karaca Özbek Sarıkaya Tuncer Ünsal Yalçınkaya Zorlu",
    ),
  },
  ar: {
    first: words("ليلى:Layla سامي:Sami نادية:Nadia كريم:Karim هدى:Huda ياسر:Yasser"),
    last: words("الحداد:Alhaddad الخوري:Alkhoury منصور:Mansour الزين:Alzein درويش:Darwish"),
  },
  ja: {
    first: words("美咲:Misaki 健太:Kenta 由香:Yuka 大輔:Daisuke 直子:Naoko 隆:Takashi"),
    last: words("森本:Morimoto 高田:Takada 石川:Ishikawa 藤井:Fujii 小山:Koyama"),
  },
};
