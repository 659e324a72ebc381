import type { Pack } from "../pack";

/** What our people answer. */
export const OURS: Pack["ours"] = {
  interested: [
    `?sunday [Thanks for going to look.|Thank you for counting on a Sunday.] [{kw} kW with the doors locked is more than most of our customers had.|That is a number with which one can start.] [I would put twelve meters on the old hall first, six weeks, {trial}, credited when you keep them.|Twelve meters and six weeks tell you where it goes: {trial}, credited later.]¶[Would {day} at {time} do for picking the machines?|Shall we pick the twelve machines {day} at {time}?]`,
    `[Thanks for your answer.|Glad this came at the right moment.] [Here is how it goes:|The way in is simple:] twelve meters, six weeks, {trial}, credited when you keep them. [One person with a panel key for a morning is all we need on site.|You need nobody but the person with the panel key, for one morning.]¶[Would {day} {time} or {day2} {time2} suit for a quarter of an hour, so that we pick the twelve machines together?|Shall we pick the machines together on {day} at {time}?]`,
    `?list [Attached is|I attach] a Monday list [from a plant of about your size|with the names taken out]. Look at [line three|the column "idle, per week"]: {machine} there [cost more asleep than awake|was {eur} a month for nothing].¶[If you recognise your own hall in it, let's talk {day}.|What would be your line three?]`,
    `?panels [Behind a locked panel is fine|Full panels are fine]: the clip goes round the outgoing cable, outside if there is no room inside. [Photos of two or three panels would tell me which sizes to pack.|If you send me two photos I can say which sizes.]¶[For {sites} halls I'd plan one gateway each.|{machine} first is a good choice, it pays for the rest.]`,
  ],
  meeting: [
    `?call {day} {time} [it is|is in the calendar], [invitation follows in a minute|you will have the invitation in a minute]. I'll show [a live plant, not slides|a running site, no slides], and [{machine} in idle, since you asked|what a Monday list does to a shift meeting].¶[If {colleague} can join, the technical questions are answered in the same half hour.|Feel free to bring whoever holds the panel keys.]`,
    `?site [With pleasure.|Gladly.] {day} [it is|suits me], [I come by with a case and we clip one on while we talk|with a case of clips in the boot]. [Safety shoes are in the car.|I have shoes and a helmet with me.]`,
  ],
  info: [
    `?price [In short:|The short version:] 19 euros per meter and month, everything in it: gateway, connection, software for as many people as you like. [With {kw} meters that is a discount of {pct} %.|From forty meters on there is a discount.] [Nothing is per person.|There is no set-up fee.]¶[When the contract ends, you take your data along as CSV, and we delete it within thirty days.|Leaving takes a month's notice and a box.]`,
    `?network [Nothing of ours enters your network:|Your network is not touched:] the gateway has its own mobile connection. The data [is kept in Frankfurt|lies in two centres in the EU], encrypted, [seen by you and by the three of us who support you|seen by your people and our support]. [The sheet for your IT is attached.|I attach the two pages that IT usually wants.]¶[If a form has to be filled in, send it over.|I fill in the questionnaire too, if you have one.]`,
    `?erp [{erp} reads us in two ways|There are two ways into {erp}]: a nightly file, or our interface, which is open to all customers. Accuracy is 1 % from 5 A upwards, [with the calibration sheet for your auditor|and each clip comes with its sheet]. [Below that it gets worse, I'd rather say it now.|Small loads under 1 A we don't promise.]`,
    `?reference [{refCompany} in {refCity} said yes to a call|I asked {refCompany} in {refCity}]: [fourteen months with us, {sites} halls, and {machine}|they have the same kind of plant]. [I'll connect you by mail and stay out of it.|You talk to them without me.] [Does {day} suit, or shall I leave the two of you to it?|Which days are good for you?]`,
    `?converters [Frequency converters are fine|Converters are no trouble] on the supply side; [after them we don't measure, and nobody honestly can with a clip|on the motor side any clip is wrong]. [690 V is fine as well, since we touch the insulation only.|Zone 2 is possible with the other housing, zone 1 is not.]`,
  ],
  not: [
    `[Thanks for the clear answer|Understood, thank you]. [I close this on my side.|You won't hear from me again about it.] [Good luck with the new line.|All the best for {city}.]`,
    `[Fair enough.|That is a good reason.] [If the other meters ever disappoint, you know where we are.|I hope your student never leaves.]`,
  ],
  wrong: [
    `[Thanks for pointing me on|Thank you for the name]. I'll write to {colleague} [and mention you, if that's all right|today]. [Have a good week.|I leave you in peace.]`,
  ],
};

/** Our answer to a lead's later turns. */
export const ONWARD: Pack["onward"] = {
  agree: [
    `?offer [Done.|Wonderful.] [The offer comes from Hanna within the hour|The offer is attached], [made out to {company} in {city}|with everything purchasing asked for]. [{machine} first is the right order.|I reserve the meters meanwhile.]`,
    `?order [Wonderful.|Good news.] The meters [leave on {day}|are on a shelf here and can leave on {day}]. [I call you the morning after they arrive.|We'll be with you for the first morning.]`,
    `?meet {day} {time}, noted. [From you I'd need the bill of one winter month, nothing else.|The single-line diagram is more than most people have, thank you.] [Until then.|Looking forward to it.]`,
  ],
  question: [
    `?signal [Good question.|That comes up often.] [The gateway can stand up to eighty metres away, in front of the wall with a small antenna|With bad reception we put the gateway upstairs and pull one cable], and the meters keep [two weeks|fourteen days] of data by themselves. [Nothing is lost if the line is down.|You'd see a gap close the next day.]`,
    `?battery [The clips live from the cable itself, so there is no battery to change.|No battery: they feed on the cable.] [Nobody has to climb there again.|They have run for six years at our first customer.]`,
    `?other [{machine2} works the same way, it only needs the larger loop.|Yes, {machine2} is one more clip.] [Steam and water come through the pulse input, two meters per box.|Gas and water we read from their own meters, by pulse.] [Shall I put it into the offer?|I add a line for it, you strike it out if it is too early.]`,
    `?clip [Up to 600 A with the small one, 3,000 A with the flexible loop.|The loop fits anything up to a bar of 20 centimetres.] [A photo would make me sure.|Send a photo and I pack the right ones.]`,
    `?stop [No strings:|Simple:] [a box with a label lies in the delivery|you get a box with the label on it], the way back is on us. [What you learned you keep.|The report is yours either way.]`,
    `?people [Three people in support, by name in the contract.|Only support, and it is logged.] [For the works council there is a setting that shows nothing finer than an hour, most plants use it|We have a one-page agreement that works councils have signed as it stands]. [I attach it.|Shall I send it?]`,
  ],
  internal: [
    `[No hurry from our side.|Take the time.] [In money: {refCompany} saved {eur} a month from month {months} on|Year two costs exactly what year one costs]. [If it helps {colleague}, here it is as one page.|If a line for the minutes helps, use this one.]`,
    `[Thanks for carrying it there.|Thank you for putting it in.] I'll be quiet until [{day}|you write]. [If somebody wants to argue with a number, send them to me.|Questions can come straight to me.]`,
  ],
  later: [
    `[Of course, {machine} first.|No problem at all.] [{day} {time} is free here too, I moved the invitation|I moved us to {day}, same time]. [Good luck with the repair.|I hope it is a small part.]`,
    `[All right, after that then.|Fine with us.] [I'll keep the meters reserved until {day}.|Nothing runs away, the case stays packed.]`,
  ],
  colleague: [
    `[Thank you for stepping in, {first}.|Good to have you here, {first}.] [A clip needs 14 millimetres between two phases, the loop needs 8|The smallest gap is 8 millimetres, with the loop]. [Nobody opens a panel without you, that is in our own rules as well.|Wrong labels we find on the first day: the curve tells what the machine is.]¶[{day} after {time} suits me.|Shall I come {day}?]`,
  ],
};
