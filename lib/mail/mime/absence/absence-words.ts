/**
 * What absence notes are made of, by language. `away`: says that the writer is not there. `signs`: what machines are told to say
 * besides, and people who answer rarely do.
 */
export const ABSENCE_WORDS: { away: string[]; signs: string[] }[] = [
  {
    away: [
      "(?:am|i['’]m|be|currently|we are|we['’]re) (?:currently |now |presently |away and )?(?:out[ -]of[ -](?:the[ -])?office|away from (?:the|my) (?:office|desk)|ooo|on (?:annual |paid |parental |maternity |paternity |sick |medical )?(?:leave|holidays?|vacation)|on pto|travell?ing|away)",
      "(?:out[ -]of[ -](?:the[ -])?office|on (?:annual |parental |maternity |paternity )?leave|on vacation) (?:until|till|from|through|with|and)",
      "(?:our )?office (?:is|will be) closed",
    ],
    signs: [
      "thank(?:s| you) (?:very much |so much )?for (?:your (?:e-?mail|message|mail|note)|(?:e-?mailing|contacting|writing|reaching out))",
      "(?:limited|no|little|intermittent|sporadic|restricted) (?:or no )?access to (?:my )?(?:e-?mails?|mail|messages|internet|phone)",
      "(?:in|for) (?:an )?(?:urgent|emergency|emergencies|urgency)|if (?:it is|it['’]s|your (?:request|matter|inquiry|enquiry|message) is|this is) urgent|urgent (?:matters|requests|inquiries|enquiries|issues)|for (?:immediate|urgent) (?:assistance|help|attention|support)",
      "(?:please |kindly )?(?:contact|reach out to|e-?mail|write to|turn to|call) (?:my colleagues?|me on|our|[\\w.+-]+@)",
      "(?:respond|reply|answer|get back|be in touch)(?: to)?(?: (?:you|your (?:e-?mail|message)|e-?mails|messages))?(?: to you)?(?: as soon as(?: possible)?)? (?:when|once|after|upon|on) (?:i(?:['’]m| am)? (?:return|back|get back)|my return)",
      "(?:your )?(?:e-?mails?|messages?|mail) (?:will|is|are|(?:is|are) being) (?:not )?(?:be )?(?:not )?(?:forwarded|read|monitored|deleted)",
      "in my absence|during (?:this|my) (?:time|absence|leave)|while i(?:['’]m| am) (?:away|out)",
    ],
  },
  {
    away: [
      "(?:bin|sind) (?:ich |wir )?(?:(?:[^.!?]|\\d\\.){0,60} )?(?:nicht (?:im|in meinem) (?:büro|haus|hause|office)|außer haus|ausser haus|im urlaub|abwesend|auf (?:dienstreise|geschäftsreise)|in (?:elternzeit|mutterschutz)|nicht (?:erreichbar|am arbeitsplatz|am platz))",
      "(?:büro|geschäft|betrieb) (?:ist|bleibt) (?:[^.!?]{0,40} )?geschlossen",
    ],
    signs: [
      "(?:vielen |herzlichen |besten )?dank für (?:ihre|deine|eure|die) (?:nachricht|e-?mail|mail|anfrage)",
      "in (?:sehr )?dringenden (?:fällen|angelegenheiten)|bei dringenden|im notfall|in notfällen",
      "(?:wenden sie sich|wende dich|kontaktieren sie|schreiben sie)(?: bitte)? (?:bitte )?(?:an|meine)",
      "(?:ihre |deine |eingehende )?(?:nachricht(?:en)?|e-?mails?|mails?) (?:wird|werden) (?:[^.!?]{0,30} )?(?:nicht )?(?:weitergeleitet|gelesen|bearbeitet|gelöscht|beantwortet)",
      "(?:nach|bei) meiner rückkehr|sobald ich (?:wieder|zurück)|(?:meldet|vertritt|vertretung|vertreten)",
      "(?:keinen|eingeschränkten|nur begrenzt|begrenzten|sporadisch)(?:[^.!?]{0,20})? zugriff",
    ],
  },
  {
    away: [
      "je (?:suis|serai) (?:actuellement |absente? |en |hors )?(?:absente?|en congés?|en vacances|en déplacement|hors du bureau|du bureau|congés?|congé (?:maternité|parental)|vacances|déplacement)",
      "(?:nos bureaux|notre bureau) (?:sont|est|seront|sera) fermé",
    ],
    signs: [
      "merci (?:beaucoup )?(?:pour|de) votre (?:message|mail|e-?mail|courriel)",
      "en cas d['’]urgence|pour toute (?:urgence|demande)|si (?:votre demande|c['’]est) (?:est )?urgent",
      "(?:contacter|contactez|adresser|adressez|écrire à|joindre)",
      "(?:à|dès) mon retour|en mon absence|pendant mon absence|durant cette période|accès limité|consulte(?:rai)? (?:peu|pas)",
    ],
  },
  {
    away: [
      "(?:estoy|estaré|me encuentro|me encontraré) (?:actualmente )?(?:fuera de (?:la )?oficina|ausente|de vacaciones|de viaje|de baja|fuera del despacho)",
      "(?:nuestra )?oficina (?:está|estará|permanecerá) cerrada",
    ],
    signs: [
      "gracias por (?:su|tu) (?:mensaje|correo|e-?mail|mail)",
      "(?:en caso de|para) (?:urgencias?|emergencias?|cualquier urgencia)|si es urgente|asuntos urgentes",
      "(?:contactar|contacte|contacta|póngase en contacto|ponte en contacto|diríjase|escriba a)",
      "(?:a|en) mi (?:regreso|vuelta)|durante mi ausencia|acceso limitado|responderé (?:a|en|cuando)",
    ],
  },
  {
    away: [
      "(?:sono|sarò|saremo) (?:attualmente )?(?:fuori (?:sede|ufficio|dall['’]ufficio)|assente|in ferie|in vacanza|in viaggio|in congedo|in trasferta|in maternità)",
      "(?:i nostri )?uffici (?:sono|saranno|resteranno) chiusi",
    ],
    signs: [
      "grazie per (?:il (?:suo|tuo) (?:messaggio)|la (?:sua|tua) (?:e-?mail|mail)|(?:il messaggio|l['’]e-?mail|la mail|averci))",
      "(?:in caso di|per) (?:urgenze?|emergenze?|questioni urgenti)|se urgente",
      "(?:contattare|contatti|rivolgersi|si rivolga|scrivere a)",
      "al mio (?:rientro|ritorno)|durante la mia assenza|accesso limitato|risponderò (?:al|appena)",
    ],
  },
  {
    away: [
      "(?:ben|zijn) (?:ik |wij |we )?(?:momenteel |nu |op dit moment |tot [^.!?]{0,40} |t/m [^.!?]{0,40} |van [^.!?]{0,60} )?(?:niet (?:op kantoor|aanwezig|bereikbaar)|afwezig|met (?:vakantie|verlof|zwangerschapsverlof)|op (?:vakantie|reis)|buiten kantoor)",
      "kantoor (?:is|blijft) (?:[^.!?]{0,40} )?gesloten",
    ],
    signs: [
      "(?:hartelijk )?(?:dank|bedankt) voor (?:uw|je|jouw) (?:bericht|e-?mail|mail)",
      "(?:in|bij|voor) (?:zeer )?(?:dringende|spoedeisende|urgente) (?:gevallen|zaken|vragen)|bij spoed",
      "(?:contact op(?:nemen)?|neem (?:dan )?(?:contact|gerust)|wenden tot|mailen naar)",
      "(?:na|bij) (?:mijn )?terugkomst|tijdens mijn afwezigheid|beperkt(?:e)? (?:toegang|bereikbaar)|wordt niet (?:gelezen|doorgestuurd)",
    ],
  },
  {
    away: [
      "(?:estou|estarei|encontro-me) (?:atualmente |actualmente )?(?:fora do escritório|ausente|de férias|em férias|em viagem|de licença|fora da empresa)",
      "(?:nosso )?escritório (?:está|estará) (?:fechado|encerrado)",
    ],
    signs: [
      "obrigad[oa] (?:pela sua mensagem|pelo seu (?:e-?mail|contato|contacto)|por sua mensagem)|agradeço (?:a sua mensagem|o seu)",
      "em caso de (?:urgência|emergência)|(?:para )?assuntos urgentes|se for urgente",
      "(?:contactar|contatar|contacte|contate|entre em contato|entrar em contacto|escreva para)",
      "(?:no|após o) meu (?:regresso|retorno)|durante (?:a minha|minha) ausência|acesso limitado|responderei (?:assim|quando|no|após)",
    ],
  },
  {
    away: [
      "jag är (?:just nu |för närvarande |tyvärr )?(?:inte på (?:kontoret|plats)|frånvarande|på (?:semester|resande fot|tjänsteresa)|ledig|föräldraledig|borta)",
      "jeg er (?:for (?:øjeblikket|tiden) |desværre |dessverre )?(?:ikke (?:på kontoret|til stede|tilgjengelig)|fraværende|på (?:ferie|reise|rejse|forretningsrejse|barsel)|bortreist|ute av kontoret|ude af kontoret)",
      "olen (?:tällä hetkellä )?(?:lomalla|poissa(?: toimistolta)?|vuosilomalla|työmatkalla|vanhempainvapaalla)",
    ],
    signs: [
      "tack för (?:ditt|ert) (?:mejl|mail|meddelande)|tak for (?:din|jeres) (?:mail|e-?mail|besked|henvendelse)|takk for (?:din )?(?:e-?post(?:en)?|mail(?:en)?|melding(?:en)?|henvendelse(?:n)?)|kiitos (?:viestistäsi|sähköpostistasi|viestistänne)",
      "(?:vid|i) (?:brådskande|akuta) (?:ärenden|fall)|ved (?:hastende|presserende)|i hastetilfeller|haster det|hvis det haster|kiireellisissä (?:asioissa|tapauksissa)",
      "(?:vänligen )?kontakta|kontakt(?: venligst| gjerne)?|ota yhteyttä|ottakaa yhteyttä",
      "när jag är tillbaka|när jag kommer tillbaka|når jeg er tilbage|når jeg er tilbake|palattuani|läses inte|bliver ikke læst|blir ikke lest|begränsad (?:tillgång|möjlighet)|begrænset adgang|begrenset tilgang",
    ],
  },
  {
    away: [
      "(?:jestem|będę|przebywam) (?:obecnie |aktualnie )?(?:poza biurem|nieobecn[ya]|na (?:urlopie|zwolnieniu|delegacji|wyjeździe)|w podróży)",
      "(?:jsem|budu) (?:momentálně |nyní |aktuálně )?(?:mimo kancelář|na dovolené|nepřítom(?:en|na)|na služební cestě)|som (?:momentálne )?(?:mimo kancelárie|na dovolenke)",
      "(?:я )?(?:в отпуске|в командировке|буду отсутствовать|отсутствую|нет на рабочем месте)|я у відпустці",
      "(?:szabadságon vagyok|nem vagyok az irodában|házon kívül vagyok)|sunt (?:în concediu|plecat[ăa]? din birou)|(?:ofis dışındayım|izindeyim|izinde olacağım|tatildeyim)",
    ],
    signs: [
      "dziękuję za (?:wiadomość|kontakt|maila|e-?mail)|děkuji za (?:vaši |váš )?(?:zprávu|e-?mail)|ďakujem za|спасибо за (?:ваше )?(?:письмо|сообщение)|köszönöm (?:az )?(?:üzenetét|levelét)|mulțumesc pentru|mesajınız için teşekkür",
      "w (?:pilnych|nagłych) (?:sprawach|przypadkach)|v naléhavých|v (?:urgentních|neodkladných)|в (?:срочных случаях|случае срочной)|по срочным вопросам|sürgős (?:esetben|ügyben)|în caz de urgență|acil (?:durumlarda|konularda|durumlar)",
      "proszę o kontakt|kontaktujte|obraťte se|обращайтесь|keresse|contactați|iletişime geç",
      "po (?:powrocie|moim powrocie|mém návratu|návratu|возвращения|возвращении)|dönüşümde|ograniczony dostęp",
    ],
  },
  {
    away: [
      "(?:不在に(?:し|いた|致)|休暇(?:中|を(?:取得|いただ|頂))|出張(?:中|で|のため)|休業)",
      "(?:我(?:正|现|目前|將|将)?(?:在)?(?:休假|度假|出差|外出)|不在(?:办公室|辦公室)|正在休假|外出中)",
      "(?:부재 ?중|휴가 ?중|출장 ?중|휴가입니다)",
    ],
    signs: [
      "(?:ご連絡|メール|お問い合わせ)(?:を)?(?:いただき|頂き|ありがとう)|お急ぎの(?:方|場合)|緊急の場合|戻り次第|ご返信|までご連絡",
      "(?:感谢|感謝|谢谢)您?的?(?:来信|來信|邮件|郵件)|(?:如有|若有|如遇)(?:紧急|緊急|急)|请(?:联系|聯繫)|請聯(?:繫|絡)|回(?:来|來)后|尽快(?:回复|答复)",
      "메일(?:을)? (?:주셔서|보내)|(?:긴급|급한) ?(?:한)? ?(?:용무|사항|경우|일)|복귀 (?:후|하는)|연락(?:해)? ?(?:주시|바랍니다)",
    ],
  },
];
