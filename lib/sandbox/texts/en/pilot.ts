/** Exchanges of a long pilot project: what the lead writes, and what we answer. Any order reads well. */
export const PILOT: readonly (readonly [theirs: string, ours: string])[] = [
  [
    `[The box arrived.|Parcel is here.] [Two of the clips look smaller than the rest, is that right?|One label says {kw} A and the other nothing, which goes where?]`,
    `[That is right:|Yes, on purpose:] the small ones are for {machine} and the lighting. [The label sheet is in the lid.|Look under the foam, there is a sheet.]`,
  ],
  [
    `[Fitted seven today.|Seven are on.] {machine} [has no room between the phases|was too tight], we left it for {day}.`,
    `[Seven in one go is more than most.|Very good pace.] For {machine} [use the flexible loop from the side pocket|the loop will fit, it needs 8 millimetres].`,
  ],
  [
    `[The gateway blinks amber since lunch.|Gateway shows amber, is that bad?] [The rest looks normal.|Nothing else changed.]`,
    `[Amber means it stores and waits for signal.|It is only waiting for the network.] [Move it one metre from the steel door and it turns green.|Nothing is lost, it sends the backlog by itself.]`,
  ],
  [
    `[First list came this morning.|The Monday list is in.] [{machine} on top, nobody here expected that.|I had bet on {machine2} and lost a coffee.]`,
    `[Nobody ever bets on {machine}.|It is the top one in half of all plants.] [Look at the night of {day}: it never goes below {kw} kW.|The curve has a step at ten, that is the shift change.]`,
  ],
  [
    `[Can I have the raw values?|How do I get at the quarter-hour values?] [{colleague} wants to put them next to the production figures.|Excel is fine.]`,
    `[Under "Export", any period, CSV or JSON.|Use the export button top right.] [I attach last week for {machine} so you see the columns.|Times are local, with the offset in a column of its own.]`,
  ],
  [
    `[{machine} shows {kw} kW while it is switched off.|Something is wrong with {machine}: off, and still {kw} kW.] [We checked twice.|The main switch is open, I stood next to it.]`,
    `[Then it feeds something else as well.|That is the classic: a second consumer on the same cable.] [Often a heater or the control cabinet's fan.|Follow the cable upward, I would guess the drying unit.]`,
  ],
  [
    `[Found it.|You were right.] [A heating mat from 2009, under the floor, still on.|An old de-icing cable for a ramp that no longer exists.] [Switched off.|It is off since ten.]`,
    `[That one mat pays for a year of meters.|At your price that is {eur} a year.] [May I tell this story without your name?|Congratulations, properly.]`,
  ],
  [
    `[Our auditor comes on {day}.|The ISO auditor announced himself for {day}.] [What can I show him?|He will ask about calibration.]`,
    `[The sheets for all twelve clips are in one PDF now, attached.|Show him the chain: clip, sheet, export.] [If he asks for uncertainty: 1 % from 5 A, stated on page two.|He may call me during the audit.]`,
  ],
  [
    `[Audit went fine.|He liked it.] [One remark: the names of the measuring points should follow our plan.|He only wants the points named as in the drawing.]`,
    `[You can rename them in place, history stays.|Send me the drawing and I rename them all tonight.] [Good result.|Glad to read that.]`,
  ],
  [
    `[Who changed the tariff in the settings?|The tariff is suddenly {kw} cents.] [It was fine on {day}.|I didn't touch it.]`,
    `[The log says {colleague}, {day} at {time}.|That was {colleague}, it is in the log under "Changes".] [Shall I make it so that only you can?|I can lock it to your account.]`,
  ],
  [
    `[We want to add {machine2}.|Can we take two more, for {machine2}?] [Same price as the others?|Purchasing needs it in writing.]`,
    `[Same price, and they leave on {day}.|Yes, same price, two lines attached.] [Tell me the cable thickness and I choose the size.|They find the gateway by themselves.]`,
  ],
  [
    `[The night shift says the gateway hums.|One of the operators complains that the gateway makes a noise.] [I cannot hear it, but I am fifty.|Is that possible?]`,
    `[It has no fan and no transformer that could.|It can be the bracket on thin sheet metal.] [A rubber pad under it helps, there is one in the lid.|Move it to the concrete wall and they will be friends again.]`,
  ],
  [
    `[What does "idle" mean exactly?|A question of definition: when is a machine idle?] [Production says that warming up is not idle.|The shift leads dispute {pct} % of your idle hours.]`,
    `[By default: below a fifth of its usual load for ten minutes.|The threshold is yours to set, per machine.] [Let warm-up count as running and see what is left, usually more than half.|I would give them the warm-up and keep the night.]`,
  ],
  [
    `[Can the list come on {day} instead?|Could you send the list later in the week?] [Monday we read nothing.|Nobody has time before the shift meeting.]`,
    `[Done, next one comes {day} at six.|Changed.] [The week it covers stays Monday to Sunday.|You can change it yourself under "Mails", too.]`,
  ],
  [
    `[One clip fell off.|We found one on the floor.] [The forklift, I suppose.|Somebody cleaned with a pressure washer.]`,
    `[They survive that.|If it still clicks it still measures.] [The list marks the gap so that nobody wonders.|I saw the gap at {time}, everything is back.]`,
  ],
  [
    `[Could you join our energy meeting on {day}?|We have our energy round on {day} at {time}.] [Ten people, most of them sceptical.|Fifteen minutes for you at the end.]`,
    `[Gladly. I bring three curves and no slides.|With pleasure.] [Let the sceptics choose the machine, that works best.|Which of them should win?]`,
  ],
  [
    `[The meeting went well.|Thanks for coming.] [Even {colleague} asked for a login, and that means something.|Production wants the list on the screen in the canteen.]`,
    `[Login is out.|Done, {colleague} has mail.] [For the canteen there is a page without figures in money, link attached.|For the screen take the big-number view.]`,
  ],
  [
    `[IT asks for the address of your servers.|Our firewall people want to know what the gateway talks to.] [It has its own SIM, I told them, but they want it on paper.|Just for their list.]`,
    `[One name, one port, outgoing only; sheet attached.|Here is the sheet.] [It does not touch your network, so nothing has to be opened.|Page two is the one they stamp.]`,
  ],
  [
    `[{machine} is being replaced in {months} months.|New {machine2} comes soon.] [Can we compare before and after?|I'd like a before-and-after for the board.]`,
    `[Mark the day in the calendar view and it draws both lines.|Set a marker on the day, the report does the rest.] [Let it run four weeks before you trust it.|Weather is corrected if you give it the postcode.]`,
  ],
  [
    `[Accounts cannot match your invoice.|Your invoice has no order number.] [It has to be {kwh}.|Please send it again with {kwh} on it.]`,
    `[Corrected invoice attached, number on top.|Sorry about that, new one attached.] [The old one is cancelled.|Please throw the old one away.]`,
  ],
  [
    `[What happens at the end of the month, when the six weeks are over?|The six weeks are nearly over.] [Do I have to do something?|We have not decided yet.]`,
    `[Nothing stops by itself.|Take your time.] [If you keep them, the {trial} are credited; if not, you get the box.|I propose that we look at the sum together {day} at {time}.]`,
  ],
  [
    `[Sum so far: {eur} a month.|I added it up: {eur} a month without buying anything.] [Timer, heating mat, two valves.|Most of it was habits.]`,
    `[That is honest money.|And all of it found by your own people.] [The air leaks are not even in it.|Shall we do the compressed air next?]`,
  ],
  [
    `[Next: compressed air.|Let's do the air.] [Do you have something for flow, or only power?|How do we find the leaks themselves?]`,
    `[Power tells you how much, a Sunday walk with an ultrasound gun tells you where.|We lend the gun, a week, free for customers.] [Forty tags are in the case.|Start at the couplings of {machine}.]`,
  ],
  [
    `[Leak walk done: {kw} tags.|{kw} leaks tagged on Sunday.] [The worst was behind {machine}, one could have heard it with the radio off.|Two apprentices had the day of their life.]`,
    `[{kw} is ordinary for that age.|Thank the apprentices from me.] [Fix the ten loudest, the base load should fall by a third.|The night line will show it within a day.]`,
  ],
  [
    `[Base load is down {pct} %.|Did you see the night line?] [I printed it for the workshop door.|The boss asked whether the meter is broken.]`,
    `[It is not broken.|I saw it and told the whole office.] [May I have a photo of the workshop door?|That deserves a cake on our account.]`,
  ],
  [
    `[Sister plant in {refCity} wants the same.|My colleague in {refCity} saw the list and wants one.] [Does he start with twelve as well?|They are twice our size.]`,
    `[Twelve is right for them too.|The same case, the same six weeks.] [Shall I write to him, or do you introduce us?|If you pass me his name I start tomorrow.]`,
  ],
  [
    `[Small wish: the list should show last year's week beside it.|Could the list compare with the same week of last year?]`,
    `[It will from the second year on, the data is just not there yet.|Good wish, and it is coming in {months} weeks.] [Until then the export has it.|I put your name on it.]`,
  ],
  [
    `[Clock change: Sunday has 25 hours in the export.|The export of the clock change has an hour twice.] [Is that on purpose?|Our macro fell over it.]`,
    `[On purpose, the hour did happen twice.|Yes: both hours carry their offset, so they differ.] [Use the UTC column and the macro is safe.|I attach the line that handles it.]`,
  ],
  [
    `[{colleague} leaves us at the end of the month.|Our {colleague} is changing jobs.] [Please take the login away then.|Who inherits the alarms?]`,
    `[Set to end on the last day, the alarms go to you.|Noted for the last day.] [Nothing else changes.|A pity. Please say goodbye from us.]`,
  ],
  [
    `[Alarm at three in the night: {machine} over {kw} kW.|I got an alarm at 3:12.] [Was that real?|The night shift says nothing happened.]`,
    `[Real: four minutes at {kw} kW.|It was real, I attach the curve.] [It looks like a start against a closed valve.|Ask who opened valve three.]`,
  ],
  [
    `[It was valve three.|You were right about the valve.] [They now have a checklist.|Nobody admits it, but there is a new sticker.]`,
    `[Stickers are an underrated technology.|The best kind of fix.] [I close the alarm with that note.|It is in the log as "sticker".]`,
  ],
  [
    `[Can two people have different alarms?|I don't want the same alarms as the night shift.] [Weekends only for me.|Mine should be about money, theirs about machines.]`,
    `[Each person has own rules, under "My alarms".|Yes, per person and per hour.] [I set up yours as a start, change what you like.|Weekend is one click.]`,
  ],
  [
    `[Insurance asks whether the clips are tested.|Our insurer wants the certificates.] [CE and something about fire.|Two pages would do.]`,
    `[Both attached: CE and the flammability class.|Attached, the second page is what insurers look for.] [Our own insurer asked the same.|Tell me if they want originals.]`,
  ],
  [
    `[We will keep them.|Decision is made: they stay.] [Please send the contract to me and {colleague}.|Two years, as discussed.]`,
    `[That makes my week.|Thank you.] [Contract attached, two years, credited trial, nothing small-printed.|I send it to both of you for signature.]`,
  ],
  [
    `[Signed and back.|Contract is on its way back.] [One change by hand on page three: notice one month.|Legal had no remarks, which has never happened before.]`,
    `[Countersigned, thank you.|Received, countersigned, attached.] [The change on page three is fine.|I frame the remark of your legal department.]`,
  ],
  [
    `[Quick one: can the canteen screen be darker?|The screen in the canteen blinds people.]`,
    `[Add "?dark" to the address.|There is a dark view, link in the settings.] [It also hides the money.|Guten Appetit.]`,
  ],
];

export const PILOT_ASIDES: readonly string[] = [
  `[Thanks.|Got it.|Okay, thanks.|All clear.] [I'll try it {day}.|Done already, works.|Passing it on to {colleague}.]`,
  `[One correction to my mail from before:|Correction:] it was {machine2}, not {machine}. [Sorry.|I had the wrong plan in my hand.]`,
  `[No hurry with this, I'm out until {day}.|I'm at the other site, answer when you like.]`,
  `[Sent too early.|Forgot half of it.] The value was {kw}, [read off at {time}|from the display].`,
  `[See the photo {colleague} sent you.|{colleague} has more on this.] [He stood in front of it.|I only repeat what I hear.]`,
];
