//! English.

use super::Words;
use crate::channel::ChannelKind;
use crate::locale::Language;

pub(super) static WORDS: Words = Words {
    language: Language::En,
    weekdays: [
        "Monday | Mondays",
        "Tuesday | tues",
        "Wednesday | weds",
        "Thursday | thurs | thur",
        "Friday",
        "Saturday",
        "Sunday",
    ],
    short_weekdays: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
    months: [
        "January | jan",
        "February | feb",
        "March | mar",
        "April | apr",
        "May",
        "June | jun",
        "July | jul",
        "August | aug",
        "September | sep | sept",
        "October | oct",
        "November | nov",
        "December | dec",
    ],
    days: &[
        (0, "today | tonight | this evening | this afternoon"),
        (1, "tomorrow | tmrw | tmr | tomorrow morning | tomorrow afternoon | tomorrow evening"),
        (2, "day after tomorrow | the day after tomorrow"),
        (7, "a week from today | a week today"),
        (14, "in a fortnight | a fortnight from now | a fortnight from today"),
        (8, "a week from tomorrow"),
        (-1, "yesterday"),
    ],
    numbers: &[
        (0, "zero | oh"),
        (1, "one | a | an | first"),
        (2, "two | second | a couple of | couple of | a couple"),
        (3, "three | third"),
        (4, "four | fourth"),
        (5, "five | fifth"),
        (6, "six | sixth"),
        (7, "seven | seventh"),
        (8, "eight | eighth"),
        (9, "nine | ninth"),
        (10, "ten | tenth"),
        (11, "eleven | eleventh"),
        (12, "twelve | twelfth"),
        (13, "thirteen | thirteenth"),
        (14, "fourteen | fourteenth"),
        (15, "fifteen | fifteenth"),
        (16, "sixteen | sixteenth"),
        (17, "seventeen | seventeenth"),
        (18, "eighteen | eighteenth"),
        (19, "nineteen | nineteenth"),
        (20, "twenty | twentieth"),
        (21, "twenty first"),
        (22, "twenty second"),
        (23, "twenty third"),
        (24, "twenty fourth"),
        (25, "twenty fifth"),
        (26, "twenty sixth"),
        (27, "twenty seventh"),
        (28, "twenty eighth"),
        (29, "twenty ninth"),
        (30, "thirty | thirtieth"),
        (31, "thirty first"),
        (40, "forty"),
        (50, "fifty"),
        (60, "sixty"),
        (70, "seventy"),
        (80, "eighty"),
        (90, "ninety"),
    ],
    units: ["day | days", "week | weeks | wk | wks", "month | months", "year | years"],
    weekend: "weekend | the weekend",
    end_of: "end of | end of the | end of this | eo",
    within: "in | within",
    from_now: "from now | from today | later | out",
    next: "next | the next | coming | this coming | early next | the following",
    next_after: "next week",
    week_later: "week | a week later | in a week",
    this: "this",
    last: "last | past | since | until | till | through",
    on: "on | by | for | the | before | around | come",
    of: "of",
    ordinal: "st | nd | rd | th",
    every: "every | each",
    recurring: "weekly | monthly | yearly | daily | quarterly | every other week | every now and then | regularly | \
                once a week | once a month | twice a month | bi weekly | biweekly | annually",
    follow_up: "follow up | followup | follow-up | fu | f u | follow up on | ping | ping her | ping him | nudge | \
                remind me | reminder | get back | get back to | circle back | check in | check back | reach out | \
                touch base | reconnect | catch up | call back | write back | write to | write her | write him | \
                write them | email her | email him | email them | text her | text him | text them | message her | \
                message him | message them | call her | call him | call them | contact her | contact him | chase | \
                reply | get in touch | be in touch | due | drop a line | follow",
    meet: "call | meet | coffee | lunch | dinner | breakfast | drinks | beer | demo | meeting | chat | talk | speak | \
           zoom | email | text | write | message | catch | let's | visit | contact | phone",
    never: "no follow up | no followup | no fu | no follow up needed | follow up isn't needed | follow up not needed | follow up is not needed | no need for a follow up | no need to follow up | don't follow up | \
            do not follow up | dont follow up | never follow up | without follow up | no reminder | no follow up please | \
            nothing to follow up | no further follow up",
    about_them: "works as | is | are | was | her | his | their | launches | launch | starts | started | moves | moved | moving | \
                 leaves | leaving | travels | travelling | traveling | arrives | back | away | holiday | vacation | \
                 leave | birthday | wedding | deadline | release | releases | opens | closes | born | baby | free | \
                 busy | speaks at | keynote | exam | goes | flies | flying | he | she | they | joins | joining | \
                 turns | married | graduates | until",
    prefers: "prefers | prefer | prefered | preferably | best on | best via | best by | best at | best is | best through | \
              best reached | best reached on | best reached by | best reached via | reach via | reach on | reach by | \
              reach her on | reach him on | reach them on | reachable on | reachable via | reachable by | rather | only | \
              only on | only via | pls use | please use | use | always on | likes | better on | better by | better via | \
              easiest on | easiest via | easiest by | quickest on | fastest on | wants to be contacted by | \
              wants to be contacted on | answers on | lives on | preference | pref | prefs | wants a | just",
    preferred: "preferred | pref | best | is best | works best | is better | better | pls | plz | please | only | \
                is easiest | is fine | first | is preferred | if possible | all the way | ideally | instead",
    refuses: "no | not | not on | not by | not via | never | never on | hates | dislikes | doesn't use | doesnt use | \
              does not use | doesn't like | doesn't do | doesn't read | never reads | ignores | don't | dont | do not | \
              do not use | don't use | avoid | avoids | isn't on | is not on | without | don't use her | off | quit | left | nor",
    refused: "is out | no go | unwanted | never works",
    over: "over | rather than | instead of | not | than | more than",
    filler: "personal | private | work | ok | okay | fine | me | her | him | them | us | to | on | via | by | through | with | number | nr | at | is | it | my | his | their | \
             the | a | for | under | be | reached | contacted | use | using | handle | account | id | user | username | \
             as | please | pls | it's | s | you | messages | message | profile | or at",
    and: "and | or | nor | also",
    after: "after | from | past",
    before: "before | until | till",
    between: "between",
    hour: "h | am | pm | o'clock | hrs | hours",
    parts_of_day: &[
        (8, 12, "mornings | in the morning | in the mornings | morning"),
        (12, 18, "afternoons | in the afternoon | in the afternoons"),
        (18, 22, "evenings | in the evening | in the evenings | after work"),
    ],
    channels: &[
        (ChannelKind::Email, "email | e-mail | mail | mails | emails | email address | electronic mail"),
        (
            ChannelKind::Phone,
            "phone | call | calls | calling | phone calls | phone call | tel | telephone | cold calls | \
                              office | direct | landline | voice calls | a call | ph",
        ),
        (ChannelKind::Sms, "sms | text | texts | texting | text message | text messages"),
        (ChannelKind::WhatsApp, "whatsapp | wa | whats app | whatsup | watsapp | what's app"),
        (ChannelKind::LinkedIn, "linkedin | linked in"),
        (ChannelKind::Facebook, "messenger | facebook messenger | fb messenger"),
        (ChannelKind::Teams, "ms teams | microsoft teams"),
    ],
    mobile: "mobile | cell | cell phone | cellphone | mob | mobile phone",
    extension: "ext | extension | x",
    spoken: &[
        ('@', "at | at sign"),
        ('.', "dot | period"),
        ('-', "dash | hyphen | minus"),
        ('_', "underscore"),
        ('+', "plus"),
    ],
    met: "met | i met | just met | i just met | meet | talked to | talked with | spoke to | spoke with | chatted with | \
          this is | her name is | his name is | name is | name | met with | ran into | saw | introduced to | sat next to | \
          bumped into | new contact | contact | had a chat with | had coffee with | his name's | her name's",
    met_at: "met at | met at the | met in | met on | met during | met her at | met him at | met them at | saw at | \
             we met at | i met her at | i met him at | spoke at | bumped into at | ran into at | \
             talked at | while at | event",
    at: "at | at the",
    works_at: "works at | works for | working at | working for | from | of | work at | is at | \
               employed at | company | organisation | organization | employer | org | over at | leads | runs | founded | \
               founder of | ceo of | is with | works in | who works at | who works for",
    events: "conf | conference | summit | meetup | meet up | fair | expo | festival | fest | hackathon | workshop | \
             convention | symposium | congress | retreat | dinner | party | mixer | gala | trade show | booth | camp | \
             barcamp | bootcamp | webinar | keynote | forum | day | days | week | con | unconference | wedding | reunion | \
             open house | after party | afterparty | drinks | happy hour | breakfast | brunch | panel | world congress | \
             demo day | networking night | launch party | awards | seminar | congreso | night",
    orgs: "inc | ltd | llc | corp | co | company | university | college | institute | labs | lab | group | bank | studio | \
           studios | agency | foundation | school | hospital | partners | ventures | capital | plc | llp | consulting | \
           technologies | systems | software | solutions | robotics | council | ministry | press | museum | airlines | \
           works | media | energy | health | security | analytics | industries",
    roles: "account executive | executive | account manager | engineer | engineering | operations | finance | product |  developer | designer | cto | ceo | cfo | coo | cmo | cpo | ciso | founder | co founder | cofounder | \
            manager | director | head of | director of | vp of | manager of | chief of | head | vp | vice president | president | lead | analyst | consultant | architect | \
            scientist | researcher | professor | lecturer | teacher | recruiter | sales | marketing | product manager | \
            lawyer | attorney | accountant | journalist | editor | writer | author | photographer | student | phd student | \
            nurse | doctor | physician | surgeon | owner | partner | investor | angel investor | buyer | producer | \
            intern | assistant | secretary | chair | chief | officer | coordinator | advisor | adviser | trainer | coach | \
            technician | electrician | mechanic | chef | artist | programmer | dev | devrel | sre | data scientist | ux | \
            freelancer | freelance | principal | staff | senior | junior | specialist | librarian | curator | maintainer | \
            worker | illustrator | bartender | barista | musician | actor | actress | filmmaker | translator | pilot | baker | \
            carpenter | plumber | volunteer | activist | organizer | organiser | entrepreneur | strategist | therapist | \
            psychologist | dentist | pharmacist | biologist | chemist | physicist | economist | historian | copywriter",
    subjects: "he | she | they | his | her",
    promise_me: "wants | want | needs | need | asked for | asks for | would like | would love | i owe | owe her | owe him | \
                 owe them | owe | i promised | promised | promise | send | send her | send him | send them | i send | \
                 i'll send | i will send | will send her | will send him | to send | share | i'll share | forward | \
                 i owe her | i owe him | i owe them | intro to | introduce to | i should send | i need to send | \
                 is waiting for | waiting for | wanted | expects | show her | show him | interested in getting | \
                 i said i'd send | would like to see | would like to get | i promised her | i promised him | send over",
    promise_them: "he sends | she sends | they send | he sends me | she sends me | they send me | he'll send | \
                   she'll send | they'll send | he'll send me | she'll send me | they'll send me | he will send | \
                   she will send | they will send | he will send me | she will send me | they will send me | sends me | \
                   will send me | sending me | is sending me | is sending | he owes me | she owes me | they owe me | owes me | \
                   promised me | he promised | she promised | they promised | will share | will intro me to | he promised me | \
                   she promised me | intros me to | introduces me to | will introduce me to | he's sending | she's sending | \
                   he's sending me | she's sending me | gives me | will get me | brings me | she gives me | he gives me",
    things: "slides | slide | deck | proposal | quote | cv | resume | paper | invoice | link | report | demo | pricing | \
             price list | sample | samples | brochure | notes | photos | contract | intro | recording | draft | book | \
             article | portfolio | whitepaper | repo | code | video | recipe | handout | spec | specs | offer",
    articles: "the | a | an | some | our | my | her | his | their",
    honorifics: "mr | mrs | ms | miss | dr | prof | professor | sir | dame | rev | mx | madam | phd | md | esq | jr | sr | hon | \
                 capt | col",
    particles: "van | van der | van den | van de | der | den | de | bin | ibn | ben | al | el | ter | te | st | mac | abu | af",
    closings: "best regards | kind regards | regards | best | cheers | thanks | thank you | sincerely | yours | hi | hello | \
               dear | sent from my iphone | sent from my | warm regards | yours sincerely | best wishes | many thanks | hey",
    talked: "talked about | spoke about | chatted about | discussed | re | about | into | loves | topic | note | notes | likes | \
             interested in | asked about",
    common: "i | we | you | he | she | it | this | that | these | those | who | what | where | when | and | but | so | if | \
             because | very | really | nice | great | good | fun | has | have | had | does | do | did | will | would | can | \
             could | should | just | about | there | here | then | now | soon | maybe | more | some | any | all | lots | much | \
             great chat | cool | new | old | was | were | been | not | no | yes | ok | okay | sounds | looking | look | hiring | \
             looks | for | too | also | while | works | lives | based | wants | their | his | her | our | my | your | us | me | \
             them | the | to | of | with | from | saw | told | said | says | gave | got | get | www | http | https",
    given: "ola | james | john | robert | ella | zoe | leo | max | michael | william | david | richard | joseph | thomas | charles | mary | patricia | \
            jennifer | linda | elizabeth | barbara | susan | jessica | sarah | karen | emily | emma | olivia | sophia | \
            priya | anna | ana | maria | mark | paul | peter | george | kevin | brian | daniel | matthew | anthony | laura | \
            amy | april | may | june | summer | jan | ben | sam | alex | chris | tom | kate | lucy | grace | hannah | noah | \
            liam | ethan | lucas | oliver | jack | harry | wei | raj | amit | anil | sanjay | fatima | ali | ahmed | omar | \
            aisha | yuki | kenji | hiro | mei | ling | kim | nina | eva | rachel | rebecca | simon | steve | andrew | helen",
};
