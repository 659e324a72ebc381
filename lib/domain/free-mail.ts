/** Where anybody gets an address, in the countries that leads are written to most: two people there share no company. */
const FREE_MAIL = new Set(
  (
    "gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk hotmail.fr hotmail.de hotmail.it hotmail.es live.com live.co.uk " +
    "live.fr live.nl msn.com passport.com yahoo.com yahoo.co.uk yahoo.fr yahoo.de yahoo.it yahoo.es yahoo.co.jp yahoo.co.in " +
    "yahoo.com.br yahoo.ca ymail.com rocketmail.com aol.com aim.com icloud.com me.com mac.com proton.me protonmail.com pm.me " +
    "tutanota.com tuta.com tuta.io fastmail.com fastmail.fm hey.com zoho.com zohomail.com zohomail.eu mail.com email.com gmx.com " +
    "gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de posteo.de mailbox.org arcor.de bluewin.ch orange.fr wanadoo.fr " +
    "free.fr laposte.net sfr.fr libero.it virgilio.it tiscali.it alice.it tin.it telenet.be skynet.be ziggo.nl kpnmail.nl xs4all.nl " +
    "btinternet.com sky.com virginmedia.com talktalk.net ntlworld.com comcast.net verizon.net att.net sbcglobal.net bellsouth.net " +
    "cox.net charter.net shaw.ca rogers.com sympatico.ca bigpond.com optusnet.com.au xtra.co.nz mail.ru inbox.ru list.ru bk.ru " +
    "yandex.ru yandex.com ya.ru rambler.ru ukr.net seznam.cz centrum.cz wp.pl o2.pl onet.pl interia.pl qq.com 163.com 126.com " +
    "sina.com naver.com daum.net hanmail.net rediffmail.com uol.com.br bol.com.br terra.com.br telia.com"
  ).split(" "),
);

/** Whether a domain hands out addresses to everybody, so that it says nothing of where somebody works. */
export const isFreeMail = (domain: string): boolean => FREE_MAIL.has(domain.toLowerCase());
