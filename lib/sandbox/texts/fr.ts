import type { Pack } from "./pack";

export const fr: Pack = {
  code: "fr",
  locale: "fr-FR",
  direction: "ltr",
  replyPrefix: "RE: ",
  subjects: [
    "Le dimanche, {machine} consomme",
    "{company} : l'énergie machine par machine",
    "Une question sur {city}",
    "{kw} kW pour personne",
    "Mesurer sans arrêter la ligne",
    "Le talon de nuit à {city}",
    "La liste du lundi",
    "Air comprimé, trois heures du matin",
  ],
  machines: [
    "le compresseur",
    "le groupe froid",
    "le deuxième four",
    "la laveuse",
    "l'extrudeuse",
    "la tour d'atomisation",
    "la pompe à vide",
    "l'aspiration",
    "la presse du hall 2",
    "le sécheur d'air",
    "la cabine de peinture",
  ],
  days: ["lundi", "mardi", "mercredi", "jeudi", "vendredi"],
  hello: ["Bonjour {first},", "Bonjour {name},", "Bonjour,"],
  helloBack: ["Bonjour {me},", "Bonjour,", "Bonjour {mine},", ""],
  bye: ["Bien à vous,\n{mine}", "Cordialement,\n{mine}", "Belle journée,\n{me}", "Bonne journée à {city},\n{me}"],
  byeBack: [
    "Cordialement,\n{name}",
    "Bien cordialement\n{name}\n{title}\n{company}",
    "Cdt,\n{name}",
    "Bonne journée,\n{first}",
    "{name}",
  ],
  attribution: "Le {date}, {author} a écrit :",
  sentFromPhone: "Envoyé de mon téléphone",
  cold: [
    `[Un chiffre relevé à {refCity} le mois dernier :|Voici ce que nous avons vu à {refCity} :] {machine} tirait {kw} kW [toute la nuit|chaque week-end], [sans produire une seule pièce|atelier fermé]. [Personne ne l'avait vu,|Cela durait depuis trois ans,] puisque le compteur d'entrée ne donne qu'un total.¶Wattlark, ce sont de petites pinces que l'on pose autour d'un câble en une minute. [Sans couper le courant, sans toucher à votre réseau informatique.|Pas d'arrêt, pas d'électricien, pas de réseau à ouvrir.] Vous savez ensuite ce que coûte chaque machine à l'heure, [en marche et à vide|au travail comme au repos].¶[Est-ce un sujet chez {company} ?|Puis-je vous envoyer un exemple ?|Un quart d'heure {day} à {time}, cela vous irait ?]`,
    `[Une question simple :|Petite question :] que consomme votre site de {city} un dimanche à midi ? [La réponse est rarement zéro.|Chez {refCompany}, c'était {eur} par dimanche.]¶[Nos pinces se posent en une matinée|Une matinée suffit pour équiper {sites} ateliers], et le lundi vous recevez une liste, [de la machine la plus chère à la moins chère|classée en euros]. [En général, {pct} % s'arrêtent sans que personne s'en aperçoive.|Le plus souvent, {machine} arrive en tête.]¶[Si vous le souhaitez, je vous envoie une de ces listes, sans les noms.|Voulez-vous voir une de ces listes ?]`,
    `[J'ai lu que {company} renouvelle son contrat d'énergie.|Votre audit énergétique approche, si j'ai bien lu.] [On vous demandera alors qui consomme quoi|La question sera : qui consomme quoi], et [le tableur d'hypothèses|l'estimation au doigt mouillé] ne convainc plus personne.¶Six semaines, douze points de mesure, {trial} déduits si vous les gardez. [{machine} et {machine2} d'abord, le reste ensuite.|On commence par {machine}.]¶[Qui s'en occupe chez vous ?|Êtes-vous la bonne personne, ou bien quelqu'un de la maintenance ?]`,
  ],
  nudges: [
    `[Je reviens une fois vers vous|Je me permets une relance], {first} : nous serons [{day} à {refCity}|près de {city} {day}] avec une mallette de pinces. [Nous pourrions la laisser chez vous six semaines.|Un café suffit pour les poser.]`,
    `[Dernier message de ma part.|Je n'insiste pas davantage.] Si ce n'est pas le moment, un simple non me va très bien ; [si c'est le dossier d'un collègue, un nom me suffit|un nom de collègue aussi].`,
  ],
  theirs: {
    interested: [
      `[Vous tombez bien,|Le sujet est d'actualité,] {machine} [nous inquiète depuis un moment|est notre point noir] et [nous n'avons aucun chiffre|personne n'a mesuré]. [Que faut-il prévoir pour un essai ?|Comment démarre-t-on ?] [{colleague}, de la maintenance, serait de la partie.|]`,
      `[Oui, envoyez l'exemple.|D'accord pour la liste.] Nous avons {sites} ateliers et une facture en hausse de {pct} %. [Si c'est lisible, je la montre à ma direction.|On verra ensuite pour un appel.]`,
    ],
    meeting: [
      `[Très bien,|Entendu,] {day} à {time}. [Envoyez une invitation, je transmets à {colleague}.|Merci d'envoyer le lien.] [Une demi-heure, pas plus.|]`,
      `[Passez nous voir à {city},|Le mieux serait de venir,] {day2} [en fin de matinée|vers {time2}]. [Chaussures de sécurité obligatoires.|Présentez-vous à l'accueil.]`,
    ],
    info: [
      `@price [Quel est le prix pour {kw} points de mesure ?|Pouvez-vous chiffrer {kw} points ?] [Location ou achat ?|Et l'engagement est de quelle durée ?] [Où sont hébergées les données ?|Notre informatique voudra savoir où vont les données.]`,
      `@erp [Est-ce compatible avec {erp} ?|Nous travaillons avec {erp} : existe-t-il une passerelle ?] [Un fichier chaque nuit suffirait.|Et quelle est la précision ?]`,
    ],
    not: [
      `[Merci, mais nous ne sommes pas intéressés.|Non merci.] [Nous sommes déjà équipés.|Le budget de l'année est clos.]`,
      `[Ce n'est pas d'actualité :|Pas pour nous :] [le site de {city} ferme au printemps|l'énergie est comprise dans le loyer]. [Bonne continuation.|]`,
    ],
    dnc: [
      `[Merci de me retirer de votre liste.|Veuillez supprimer mes coordonnées.] [Je n'ai rien demandé.|Confirmez-le par retour.]`,
      `Désinscription.`,
    ],
    wrong: [
      `[Ce n'est pas moi qui suis ce dossier.|Je ne suis pas la bonne personne.] Voyez avec {colleague} : {colleagueAddress}.`,
      `[{name} ne travaille plus ici.|{name} a quitté la société.] [Adressez-vous à {colleague}, {colleagueAddress}.|Je transmets à {colleague}.]`,
    ],
    none: [
      `[Bien reçu, je transmets à qui de droit.|Transmis à la maintenance.]`,
      `[Votre demande porte le numéro {kwh}.|Demande enregistrée sous {kwh}.]`,
    ],
  },
  ours: {
    interested: [
      `[Merci pour votre retour.|Voilà une bonne nouvelle.] [Le déroulé est simple :|Cela se passe ainsi :] douze pinces, six semaines, {trial}, déduits si vous continuez. [Il nous faut une personne avec la clé des armoires, une matinée.|De votre côté, une matinée.]¶[{day} à {time} pour choisir les machines ?|On choisit les machines ensemble {day} ?]`,
    ],
    meeting: [
      `[C'est noté, {day} à {time}.|Avec plaisir.] L'invitation [part à l'instant|suit]. [Pas de diapositives, une vraie installation.|Je montre un site en marche.]`,
    ],
    info: [
      `?price [En bref :|Les réponses dans l'ordre :] 19 euros par point et par mois, tout compris, [remise de {pct} % pour {kw} points|sans frais de mise en service]. Les données restent en Europe et [rien n'entre dans votre réseau|la passerelle a sa propre carte mobile]. [La fiche pour l'informatique est jointe.|Précision de 1 % à partir de 5 A.]`,
      `?erp [{erp} lit un fichier chaque nuit|La passerelle vers {erp} existe] : [une ligne par machine et par quart d'heure|le modèle est prêt, il suffit d'un dossier partagé]. [Un fichier suffit largement.|Précision de 1 % à partir de 5 A.]`,
    ],
    not: [
      `[Merci pour cette réponse franche.|C'est noté.] [Je n'insiste pas.|Je clos le dossier.] Bonne continuation à {city}.`,
    ],
    wrong: [
      `[Merci de l'aiguillage.|Merci.] J'écris à {colleague} [de votre part, si vous le voulez bien|aujourd'hui].`,
    ],
  },
  next: {
    agree: [
      `[Parfait,|Cela nous va,] {day} à {time}. [Je prépare le schéma.|Faites-nous un devis au nom de {company}.]`,
      `[On y va,|C'est d'accord,] {machine} d'abord. [Jusqu'à {eur}, je signe seul.|Livraison à l'atelier, s'il vous plaît.]`,
    ],
    question: [
      `@signal [Encore une question :|Merci. Et] que se passe-t-il [si le réseau mobile passe mal|sans réseau dans le vieux hall] ?`,
      `@people [Le CSE demandera qui voit ces courbes.|Nos élus voudront savoir si l'on y voit les pauses.] [Avez-vous un document ?|Que répondez-vous d'habitude ?]`,
    ],
    internal: [
      `[J'en parle à {colleague}|Je le présente {day}] et je reviens vers vous. [Inutile de me relancer d'ici là.|]`,
    ],
    thanks: [`[Bien reçu, merci.|Merci beaucoup.] [À {day}.|Je lis cela ce soir.]`],
    later: [
      `[Il faut décaler,|Contretemps :] {machine} est en panne. [{day} à {time} plutôt ?|La semaine prochaine ?]`,
    ],
    colleague: [
      `[{boss} m'a demandé de suivre le dossier.|Je réponds pour {boss}, en déplacement.] [Nos armoires datent de 1987 et il y a peu de place.|Nous avons {kw} départs, la moitié mal repérés.] [Quel espace faut-il entre deux phases ?|Pouvez-vous m'envoyer les cotes ?]`,
    ],
  },
  onward: {
    agree: [
      `[C'est noté.|Parfait.] Le devis [part dans l'heure|est joint]. [À {day}.|Je vous appelle le lendemain de la livraison.]`,
    ],
    question: [
      `?signal [Bonne question.|On nous le demande souvent.] La passerelle peut se placer à quatre-vingts mètres, et les pinces gardent quatorze jours en mémoire.`,
      `?people [Bonne question.|On nous le demande souvent.] Un réglage n'affiche rien de plus fin que l'heure ; la note d'une page est jointe.`,
    ],
    internal: [
      `[Prenez votre temps.|Merci de le porter.] [J'attends votre signe.|Si une ligne chiffrée peut aider, dites-le moi.]`,
    ],
    later: [`[Bien sûr,|Aucun souci,] {day} à {time}. Bon courage avec la panne.`],
    colleague: [
      `[Merci de prendre le relais, {first}.|Enchantée, {first}.] Il faut 14 millimètres pour la pince et 8 pour la boucle souple. [Personne n'ouvre une armoire sans vous.|Je vous envoie les cotes.]`,
    ],
  },
  outOfOffice: [
    "Bonjour, je suis absent jusqu'au {until}. En cas d'urgence, merci de contacter {colleague} ({colleagueAddress}).",
    "Actuellement en congé, je prendrai connaissance de votre message à mon retour, le {until}.",
  ],
  outOfOfficeSubject: "Réponse automatique : {subject}",
};
