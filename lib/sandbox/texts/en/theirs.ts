import type { Intent, Turn } from "../pack";

/** A lead's first answer. */
export const THEIRS: Record<Intent, string[]> = {
  interested: [
    `[Interesting timing.|Funny, we spoke about this yesterday.|This is actually a topic for us.] [We had {machine} on the list already|{machine} has been bothering me for a while], but [never had a number for it|nobody could tell me what it really draws]. [What would you need from us to begin?|How do we start, and who has to be on site?]`,
    `@list Yes, please send [the list|that example]. [Our bill went up by {pct} % and the board asks me every month|I have to report on energy in {months} weeks and have nothing per line]. [If it looks sensible I'll bring our maintenance lead {colleague} in.|Our maintenance lead {colleague} would have to like it too.]`,
    `?sunday @sunday [Good mail, unlike most of them.|I usually delete these, but the Sunday question got me.] I checked: [{kw} kW on Sunday at noon, with the doors locked|we used {kwh} kWh over the long weekend and made nothing]. [So, tell me more.|You have my attention.] [We run {sites} halls on two shifts.|Production is in {city}, offices elsewhere.]`,
    `@panels [We could be interested in a small trial.|A trial would be the way in for us.] [{machine} and {machine2} first, the rest later if it is any good.|Say twelve meters on the old hall.] [Does it work with cables behind a locked panel?|Our panels are full, is there room needed inside?]`,
    `[Not a no.|Could be something.] We [have|already have] meters [on the main feeds|in the new hall], but they belong to the building and [the data ends in a PDF|I get a PDF once a month]. [If yours give me per-machine figures I can use, I am in for a try.|Per machine would be new.]`,
  ],
  meeting: [
    `@call [Let's talk.|Happy to have a look.] {day} [at {time}|around {time}|after {time}] [would work|is good] [our time|for me]. [Please send an invitation with a link.|Send me an invite and keep it to half an hour.] [I'd bring {colleague} from maintenance.|I may ask {colleague} to join.]`,
    `@call [Can you show it rather than send it?|Slides I have enough of. Can you show the real thing?] I have [{day} {time} or {day2} {time2}|half an hour {day} at {time}]. [We can use our Teams or whatever you have.|Any tool is fine as long as nothing has to be installed.]`,
    `@call [Fine, you get your fifteen minutes.|All right, fifteen minutes then.] {day}, {time}. [If you can tell me by then what {machine} should draw in idle, you get thirty.|Bring an example from a site with {sites} halls, please.]`,
    `@site [Are you anywhere near {city} in the next weeks?|We would rather meet on site.] [You would see {machine} and we would see whether your clips fit our cables.|A walk through the hall says more than a call.] {day2} [morning|afternoon] [is quiet here|suits us], [sign in at the gate and bring safety shoes|ask for me at gate two].`,
  ],
  info: [
    `@price [What does it cost?|Could you send prices first?] [We would need about {kw} meters over {sites} halls.|Roughly {kw} measuring points.] [Purchase or rent, and what happens to the data after the contract?|And is that per meter, per site, or per person who looks at it?]`,
    `@network [Before I show this to anybody: where is the data kept,|Three things our IT will ask: where is the data,] who can see it, and does anything of yours enter our network? [A one-pager on security would be good.|If there is a data sheet, please attach it.]`,
    `@erp [Does this connect to {erp}?|We run {erp}. Is there an interface?] [CSV by mail is not something I can sell internally.|A nightly file would be enough for us.] [Also interested in accuracy: plus minus how much?|And how accurate are clip-on meters really? Our auditor wants 1 %.]`,
    `@reference [Do you have a reference in our trade?|Who else in our trade uses it?] [I'd like to talk to somebody who has had it for a year, not for a week.|Somebody with {machine} would be perfect.] [No need for a call before that.|If you can arrange that I will take the call gladly.]`,
    `@converters [How does it behave with frequency converters?|We have a lot of frequency converters.] Our last meters showed [nonsense|{pct} % too much] on those. [And is ATEX zone 2 possible?|Also: we are at 690 V in the old hall. Possible?]`,
  ],
  not: [
    `[Thanks, but no.|No thank you.|Not for us, thanks.] [We installed meters from another supplier last year|We signed with another supplier in spring] and [have {months} months to go|are content so far].`,
    `[We are closing the {city} plant next year|The {city} site moves in spring], so [I won't put anything on the walls there|nothing gets measured here any more]. [Good luck with it.|All the best.]`,
    `[Not a priority.|There is no budget for this.] [Every euro goes into the new line this year.|We have a hiring and spending stop until further notice.] [Ask again never, or in two years.|Please don't follow up before autumn.]`,
    `I [appreciate the effort|see that you did some homework], but [energy is 2 % of our cost and I have bigger fires|our landlord pays the power, so this solves his problem and not mine].`,
    `[We built this ourselves|Our own people built something like it] with [cheap sensors and a student|a few clamps and an old PC]. [It is ugly and it works.|Not pretty, but it does the job.] [No interest.|So no need.]`,
    `No.`,
    `[Please take this as a no|It's a no from us] [for now|this year]. {machine} is [on lease and serviced by the maker|being replaced in {months} months anyway].`,
  ],
  dnc: [
    `[Please remove me from your list.|Take me off this list.] [I did not ask for this.|I have never heard of you.]`,
    `Unsubscribe.`,
    `[This is the third mail.|You have written to me, to {colleague} and to our info address.] [Stop writing to anybody at {company}, please.|Please delete all addresses of {company}.] [I would not like to involve our data protection officer.|Thank you.]`,
    `[Where did you get my address?|Who gave you this address?] [Delete it and confirm.|Please delete my data and confirm in writing.]`,
    `stop`,
  ],
  wrong: [
    `[I am the wrong one for this.|Not my area.] [Please write to {colleague}, who looks after the technical side: {colleagueAddress}|{colleague} runs maintenance here ({colleagueAddress}), he decides such things.]`,
    `I [left production two years ago and sell the stuff now|do the books, the machines are somebody else's]. [{colleague} would be right: {colleagueAddress}.|Try {colleague}, {colleagueAddress}, and say that I sent you.]`,
    `[{first} no longer works here,|{first} has left {company},] this mailbox is read by the office. [Please use {colleagueAddress} for technical matters.|The successor is {colleague}, {colleagueAddress}.]`,
    `[We only bottle, the plant belongs to our sister company.|That is decided at group level, not in {city}.] [I have no name for you, sorry.|The energy team sits at head office; {colleagueAddress} reaches them.]`,
  ],
  none: [
    `[?|??|What is this about?]`,
    `[Did you mean to send this to me? We are a law firm with the same name.|You seem to mean the other {company}. We make hats.]`,
    `[I forwarded it to {colleague}.|Forwarded.]`,
    `[Received, thank you. Your message has been given the number {kwh}.|Thank you for your enquiry, reference {kwh}. Please don't change the subject line.]`,
    `?figures [My two figures, since you asked:|You asked for two figures:] {kwh} kWh [a year|per year], {sites} shifts. [Now what?|Over to you.]`,
    `[Who is {refCompany}, and do they know that you use their name?|Do you pay the people you mention, or do they know?]`,
  ],
};

/** What a lead says later on. */
export const NEXT: Record<Turn, string[]> = {
  agree: [
    `@meet [That works.|Good, that suits us.|Fine with me.] {day} [at {time}|{time}] then. [Please send the invitation to {colleague} as well.|I'll put it in the calendar.|Use the entrance on the {city} side, the main gate is being rebuilt.]`,
    `@offer [Agreed|Okay], [let's do it|let's go ahead] with {machine} first. [I need an offer on paper, made out to {company}.|Purchasing wants an offer with your VAT number.] [The rest I can release myself.|Under {eur} I can sign alone.]`,
    `@order [Sounds reasonable.|That is clear, thanks.] [We take the six weeks.|Six weeks it is.] [When could the meters be here?|We are free to fit them from {day}.] [Address as in the signature.|Deliver to the workshop, not to the office, they lose parcels.]`,
    `@meet {day} {time} [is fine|is good]. [Two of us will be there, three if {colleague} is back.|I'll have the single-line diagram ready.] [Can I bring last year's bills, or do you have another way?|Anything I should prepare?]`,
  ],
  question: [
    `@signal [One more thing:|Thanks. A follow-up question:] what happens [if the mobile signal is poor|when the gateway has no reception]? [Half of the hall is below ground.|The old hall has walls of a metre.]`,
    `@clip [Thanks, that helps.|Good answer.] [Is {kw} A the limit for the small clips?|Which clip fits a {kw} mm cable?] {machine} [has the thick ones|is fed by a bar, not a cable].`,
    `@stop [And if we want to stop after the six weeks?|What if we don't keep them?] [Do we send them back in a box, or does somebody come?|Who pays the way back?]`,
    `@people [Who sees the data on your side?|Which of your people can see our figures?] [Our works council will ask, since one can tell from it when somebody takes a break.|Works council question, you know how it is.]`,
    `@other [Could you show {machine2} as well, or is that a different kind of meter?|Does it measure {machine2} too?] [We'd also like steam and water, if that exists.|Gas would be the next question.]`,
    `@battery [Understood. How long does the battery last?|Clear. And do the clips need power?] [Ours sit behind {machine}, nobody wants to climb there every year.|I ask because of the height.]`,
  ],
  internal: [
    `[Let me take this to {colleague}.|I have to ask {colleague} first.] [We meet on {day}, so you hear from me after that.|Purchasing meets {day}.] [Don't call in the meantime, please.|No need to remind me.]`,
    `[I showed it to our managing director.|I had it on the table in our meeting today.] [He wants to know what {refCompany} saved in the first year, in money.|The question was what it costs in year two.] [Do you have that?|One line is enough.]`,
    `[Budget round is in {months} weeks|We close the budget in {months} weeks]. [I put {eur} in for it, no promises.|I have written it in, let's see whether it survives.] [Please ask again then.|I'll come back to you.]`,
  ],
  thanks: [
    `[Thanks, got it.|Received, thank you.|Great, thanks.]`,
    `[Perfect.|Very good.] [Speak {day}.|See you then.|Until {day}.]`,
    `[Thank you, that was quick.|That was fast, thanks.] [I'll read it tonight.|I read it on the train and come back to you.]`,
    `Thanks {me}. [Nothing else from my side.|All clear.]`,
  ],
  later: [
    `[Something came up here:|Bad news for our plan:] {machine} [broke down|stands still since this morning] and [everybody is busy with it|I won't have a minute this week]. [Can we move to {day}?|Next week instead, same time?]`,
    `[Can we postpone?|We need to shift this.] [Two people are ill|We have auditors in the house until {day}]. [{day2} {time2} would be my proposal.|I'll suggest a new time when it is over.]`,
    `[Not before the shutdown|After the holidays], please. [I know I said this month.|Sorry for the back and forth.]`,
  ],
  colleague: [
    `[I'm answering for {boss}, who is travelling.|{boss} asked me to look at this.] I run [maintenance|the electrical workshop] here. [We have {kw} feeds in the old hall and {sites} panels, half of them labelled wrongly.|Before we order: the panels date from 1987, and clip-on is the only thing that would fit.] [Could you send the dimensions of the clips?|What is the smallest gap you need between two phases?]`,
    `[{name} here, in copy so far.|I was in copy, so let me step in.] [{boss} is right about {machine}, but the bigger one is {machine2}.|My only condition: nobody opens a panel without me there.] [{day} after {time} I have time to walk through with you.|Call me before you come: I'm on shift until {time}.]`,
    `[From the finance side:|Finance here.] [we can do rent, not purchase, this year|I need the six weeks and the following contract as two offers]. [Please address them to {company}, attention {name}.|Payment is 30 days, no exceptions, sorry.]`,
  ],
};
