type Letter = { subject: string; body: string };

/** Mail from people who are nobody's leads. */
export const STRANGERS: readonly Letter[] = [
  {
    subject: "Your meters at {company}",
    body: `[Hello,|Good morning,] I saw your clips at {company} when I [serviced {machine} there|delivered the new {machine}]. [Do you sell through installers?|We look after forty plants and would like to offer them.] [Please tell me who I talk to.|A price list for resellers would be a start.]`,
  },
  {
    subject: "Invitation to speak",
    body: `[Dear Wattlark team,|Dear all,] we run a [small conference on energy in industry|meeting of maintenance managers] in {refCity} and [a speaker cancelled|look for somebody with real curves]. [Twenty minutes, {day}, travel is paid.|No fee, but good food.] Would one of you come?`,
  },
  {
    subject: "Question from a student",
    body: `Hello, I write my thesis at a technical university about [standby losses of machine tools|base load in food plants]. [Would you share anonymous data?|Could I interview one of your engineers for half an hour?] [It has to be finished in {months} months.|My supervisor is copied if you have questions.]`,
  },
  {
    subject: "Job application: field technician",
    body: `[Hi,|Hello,] I [am an electrician with {sites} years on site|fit switchgear in {city} at the moment] and [a customer of yours showed me the clips|would like to work with something that makes people switch things off]. [Do you have an opening?|Are you hiring around {city}?] [CV follows if yes.|I can start in spring.]`,
  },
  {
    subject: "Re: parcel {kwh}",
    body: `Your parcel [could not be delivered to {company}|is at our depot in {city}]. [The gate was closed at {time}.|Nobody signed.] We try again on {day}, or [tell us another address|somebody picks it up].`,
  },
  {
    subject: "Wrong Wattlark?",
    body: `[Hello, are you the Wattlark that makes lamps?|I bought a lamp called Wattlark and it hums.] [If not, sorry.|Where do I send it back?]`,
  },
  {
    subject: "Press enquiry",
    body: `I write for a trade weekly and [work on a piece about idle load|am preparing a page on clip-on meters]. [May I quote the {pct} % from your website?|Who can I call {day} before {time}?] [The deadline is {day2}.|It goes to print on {day2}.]`,
  },
  {
    subject: "Partnership",
    body: `We make software for [maintenance planning|production data] and [share two customers with you|keep hearing your name in {city}]. [Your interface looks sensible from outside.|A connector would take us a week.] [Shall our engineers talk?|Is there somebody on your side for this?]`,
  },
  {
    subject: "Recommended by {refCompany}",
    body: `[Hello,|Good day,] {refCompany} [told us about you over lunch|said we should write to you]. [We run {sites} halls in {city} and pay too much.|We have a similar plant and no idea what {machine} uses.] [What do you need from us to say something sensible?|Can somebody call me {day}?]`,
  },
  {
    subject: "Old address",
    body: `[Please note that I moved from {company} to {refCompany}.|I changed jobs.] [My old address is closed.|You wrote to my old address.] [I was interested then and I still am.|The new plant is bigger, so ask me again in {months} weeks.]`,
  },
  {
    subject: "Invoice {kwh}",
    body: `[Please find|Attached is] our invoice for [the stand at the fair in {refCity}|the translation of your data sheet]. [Payable within 30 days.|Thank you for the order.]`,
  },
  {
    subject: "Your site is down?",
    body: `[Your page with the data sheets gave me an error|I could not download the data sheet] [this morning|around {time}]. [I need the one for the flexible loop.|Could you just mail it to me?]`,
  },
];

/** Newsletters: a sender, a subject and some items, drawn as designed mail. */
export const NEWSLETTERS: readonly { sender: string; domain: string; subjects: string[]; items: string[] }[] = [
  {
    sender: "The Base Load",
    domain: "baseload.example",
    subjects: [
      "What a compressor does at night",
      "The cheapest kilowatt hour",
      "Three plants, one mistake",
      "Is steam back?",
    ],
    items: [
      "A bakery moved its defrosting by two hours and lost a fifth of its peak.",
      "Why the power factor is on your bill again, and what it costs to ignore it.",
      "Reader's question: may I meter a machine that I lease?",
      "A short history of the timer switch.",
      "How one dairy got rid of its night boiler.",
    ],
  },
  {
    sender: "Outbound Notes",
    domain: "outboundnotes.example",
    subjects: [
      "Seven words that end a cold mail",
      "The follow-up nobody minds",
      "Write to one person",
      "When a no is worth more",
    ],
    items: [
      "We read four hundred answers: the short ones came to short questions.",
      "Stop apologising for writing.",
      "A subject line is a promise, keep it in the first sentence.",
      "What to do when the colleague in copy answers first.",
      "Numbers from a site visit beat numbers from a brochure.",
    ],
  },
  {
    sender: "Halls & Machines",
    domain: "hallsandmachines.example",
    subjects: [
      "This week in the trade",
      "Fair calendar for spring",
      "New rules for compressed air",
      "Who builds where",
    ],
    items: [
      "The fair in spring moves to hall nine; stands are nearly gone.",
      "A foundry in the north orders its first electric furnace.",
      "Draft of the new metering ordinance: what changes above 50 kW.",
      "Portrait: the woman who listens to bearings.",
      "Used machines of the week.",
    ],
  },
];
