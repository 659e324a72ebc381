/** First mails, and the steps after them. */
export const COLD = [
  `[A plant manager in {refCity} showed me a number last month that I keep repeating:|One number from a site in {refCity} that I keep coming back to:|Something we measured in {refCity} this autumn:] {machine} [drew|was drawing|used] {kw} kW [all night|through every weekend|between shifts] while making nothing. [Nobody had noticed,|It had been like that for years,|It took three years to find,] because the [meter at the gate|main meter|supplier's bill] only knows one number for the whole [site|hall].¶[We make|Wattlark makes] clip-on meters that go round a cable in a minute and tell you what each machine costs per hour, running and idle. [No electrician, no shutdown, own mobile connection, so your IT has nothing to approve.|They are fitted in a morning, without switching anything off.]¶[Would it be useful to see|Shall I send you|Could I show you] what that looks like [for a plant the size of {company}|on a site like yours in {city}]?`,
  `I [saw|read] that {company} is [adding a line in {city}|hiring an energy manager|working towards ISO 50001|renewing its supply contract]. [When that happens, somebody usually asks|That is usually the moment when somebody asks] which machine uses what, and the honest answer is [a spreadsheet and a guess|"about a third, we think"|that nobody knows].¶[Our clip-on meters answer it in a week|Wattlark answers that in about a week]: {machine}, {machine2}, [the air|the boilers|the ovens], each with its own line. [Sites like yours|Plants with {sites} halls] [usually|tend to] find {pct} % that can be switched off [without touching a recipe|without anybody missing it].¶[Is that worth fifteen minutes {day} or {day2}?|Would {day} {time} suit for a short call?|Is this on your desk, or should I ask somebody else at {company}?]`,
  `@sunday [Short one|A short question|One question], {first}: do you know what {machine} costs you on a Sunday?¶[Most people we ask don't, and the answer is rarely nothing.|I ask because it was {eur} at the last plant we metered, and production was closed.] [We clip small meters|We clip a meter] onto each feed and [send|give] you a list on Monday morning, dearest idle hour first.¶If you [like|want], I [send|will send] you [that list from a plant in {refCity}, names removed|one of those Monday lists with the names taken out], and you decide whether it [deserves|is worth] a call.`,
  `@figures [I have one of your labels on my kitchen table, so I looked {company} up.|{company} came up twice this month when we asked people who runs a tidy plant.|A former colleague of yours suggested that I write to you rather than to the general address.] [You run {sites} halls in {city}, if the trade press is right.|From outside it looks like {sites} halls and a lot of compressed air.]¶Compressed air is what I wanted to ask about. [At {pct} % loss, which is ordinary,|With ordinary leaks, about {pct} %,] {machine} works {sites} hours a day for nobody. Our meters show it [as a bar that should be at zero at 3 a.m.|as a night line that never falls to zero], and the maintenance team can walk to it.¶[Shall I work out|May I estimate] what that would be for you? I need [two figures from your last bill|the annual kWh and the number of shifts], nothing else.`,
  `[Energy per batch is|What a batch costs in kilowatt hours is] a figure that [customers have started to ask for|your retail customers will ask for, if they haven't yet]. [Dividing the bill by the tonnage|The bill divided by the tonnes] is what everybody does, and [it hides the good line behind the bad one|auditors have stopped accepting it].¶Wattlark [puts a meter on each line|measures each line by itself] and [hands you|exports] energy per batch as a table, [into {erp} or just as CSV|which {erp} can read]. {refCompany} in {refCity} did {sites} lines in two mornings.¶[Who looks after this at {company}, you or somebody in production?|Are you the right person for this, or is that somebody in finance?|Would a sample table help you judge it?]`,
];

export const NUDGES = [
  `[Coming back to this once,|One addition to my note below,] {first}, because of {day}: [we fit {refCompany} in {refCity}|we are at a plant in {refCity}] and could bring a case of meters [past {city}|on to {city}]. [Six weeks, {trial}, credited if you keep them.|You would have the first Monday list a week later.]`,
  `[Did this land on the wrong day?|I know what a {day} in a plant looks like, so briefly:] the question was whether [anybody at {company} can see|you can see] what {machine} uses [at night|when nothing runs]. [If yes, I am happy for you and stop writing.|If the answer is yes, tell me and I'll leave you alone.]`,
  `[I put together a page|Here is one page in plain words] on what we found at a site with {sites} halls: {machine}, {kwh} kWh a year in idle. [It paid for the meters in {months} months.|Switching it off took a timer and an apology.]¶[Want it?|Shall I send it over?|A yes is enough and it is in your inbox.]`,
  `[Last one from me|I won't write again after this], {first}. If [energy per machine|idle load] is not [a topic|on the list] this year, [a short no helps me as much as a yes|I would rather know than guess]. [If it is somebody else's, a name is enough.|And if it is, {day} {time} is free.]`,
  `[Something that might interest you more than my first mail:|A better reason to answer than my first one:] the [tax relief|grant] for metering [closes at the end of the quarter|needs an application before works begin]. We [fill in|prepare] the technical half [for our customers|at no cost]. [Should I check whether {company} qualifies?|Two questions and I can tell you whether {city} qualifies.]`,
];

export const SUBJECTS = [
  "What {machine} costs on a Sunday",
  "Energy per batch at {company}",
  "A night line that never falls to zero",
  "{company}: idle load",
  "Question about {city}",
  "Metering without a shutdown",
  "{kw} kW for nobody",
  "The Monday list",
  "ISO 50001 and {company}",
  "Compressed air in {city}",
  "Two figures from your last bill",
  "Which machine, which hour",
  "Per machine, not per site",
  "Meters for {sites} halls",
];
