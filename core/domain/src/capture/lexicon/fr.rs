//! French.

use super::Words;
use crate::channel::ChannelKind;
use crate::locale::Language;

pub(super) static WORDS: Words = Words {
    language: Language::Fr,
    weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    short_weekdays: ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"],
    months: [
        "janvier | janv",
        "février | fév | févr",
        "mars",
        "avril | avr",
        "mai",
        "juin",
        "juillet | juil",
        "août",
        "septembre | sept",
        "octobre | oct",
        "novembre | nov",
        "décembre | déc",
    ],
    days: &[
        (0, "aujourd'hui | ce soir | cet après-midi"),
        (1, "demain | demain matin | demain soir | demain après-midi"),
        (2, "après-demain | après demain"),
        (7, "d'ici une semaine | aujourd'hui en huit"),
        (-1, "hier"),
    ],
    numbers: &[
        (0, "zéro"),
        (1, "un | une | premier"),
        (2, "deux"),
        (3, "trois"),
        (4, "quatre"),
        (5, "cinq"),
        (6, "six"),
        (7, "sept"),
        (8, "huit"),
        (9, "neuf"),
        (10, "dix"),
        (11, "onze"),
        (12, "douze"),
        (13, "treize"),
        (14, "quatorze"),
        (15, "quinze"),
        (16, "seize"),
        (17, "dix-sept"),
        (18, "dix-huit"),
        (19, "dix-neuf"),
        (20, "vingt"),
        (30, "trente"),
        (40, "quarante"),
        (50, "cinquante"),
        (60, "soixante"),
        (70, "soixante-dix | septante"),
        (71, "soixante et onze | soixante-et-onze"),
        (72, "soixante-douze"),
        (73, "soixante-treize"),
        (74, "soixante-quatorze"),
        (75, "soixante-quinze"),
        (76, "soixante-seize"),
        (77, "soixante-dix-sept"),
        (78, "soixante-dix-huit"),
        (79, "soixante-dix-neuf"),
        (80, "quatre-vingts | quatre-vingt | huitante"),
        (90, "quatre-vingt-dix | nonante"),
        (91, "quatre-vingt-onze"),
        (92, "quatre-vingt-douze"),
        (93, "quatre-vingt-treize"),
        (94, "quatre-vingt-quatorze"),
        (95, "quatre-vingt-quinze"),
        (96, "quatre-vingt-seize"),
        (97, "quatre-vingt-dix-sept"),
        (98, "quatre-vingt-dix-huit"),
        (99, "quatre-vingt-dix-neuf"),
    ],
    units: ["jour | jours", "semaine | semaines | sem", "mois", "an | ans | année | années"],
    weekend: "week-end | weekend | ce week-end | le week-end",
    end_of: "fin de la | fin du | fin de | en fin de | fin | d'ici la fin du | d'ici la fin de la",
    within: "dans | d'ici | sous",
    from_now: "à partir d'aujourd'hui | plus tard",
    next: "prochain | prochaine | la prochaine | le prochain | début",
    next_after: "prochain | prochaine | qui vient | suivante | suivant",
    week_later: "en huit",
    this: "ce | cette",
    last: "dernier | dernière | passé | passée",
    on: "le | la | au | pour | avant | dès | vers | d'ici | d'ici le | pour le | avant le | de",
    of: "de | du | de la | des | d",
    ordinal: "er | ère",
    every: "tous les | toutes les | chaque | tous",
    recurring: "mensuel | mensuellement | hebdomadaire | quotidien | régulièrement | une fois par mois | une fois par semaine",
    follow_up: "relance | relancer | à relancer | la relancer | le relancer | rappel | rappeler | le rappeler | la rappeler | \
                à rappeler | les rappeler | recontacter | à recontacter | le recontacter | la recontacter | reprendre contact | \
                refaire un point | revenir vers | revenir vers lui | revenir vers elle | suivi | suivre | contacter | \
                rappelle | rappelle-moi | me rappeler | relancez | lui écrire | écrire à | l'appeler | lui téléphoner | \
                à contacter | à suivre | recontact | rappeler pour | lui réécrire | réécrire",
    meet: "j'appelle | je l'appelle | je lui écris | j'écris | on se voit | appeler | appel | rdv | rendez-vous | café | déjeuner | dîner | démo | réunion | voir | écrire | téléphoner | visio | \
           visite | rencontre | apéro | point",
    never: "pas de relance | aucune relance | sans relance | ne pas relancer | pas besoin de relancer | pas de suivi | \
            aucun suivi | sans suivi | pas de rappel | ne pas rappeler | inutile de relancer | ne pas recontacter | \
            pas de suite | sans suite | pas la peine de relancer",
    about_them: "son | sa | ses | leur | est | sera | elle est | il est | mariage | lancement | vacances | en vacances | congé | \
                 congés | en congé | jusqu'à | jusqu'au | depuis | part | elle part | il part | déménage | anniversaire | \
                 sort | sortie | ouvre | commence | arrive | revient | rentre | de retour | naissance | salon | dédicace | quitte | \
                 accouche | elle | il | examen | conférence | se marie | deadline | échéance",
    prefers: "mieux vaut | il vaut mieux | préfère | préférence | plutôt | plutôt par | plutôt sur | mieux | mieux par | mieux sur | le mieux | de préférence | \
              de préférence par | joignable | joignable par | joignable sur | joignable au | uniquement | uniquement par | \
              seulement | seulement par | que par | passer par | privilégie | privilégier | privilégiez | favori | \
              le plus simple | utiliser | elle préfère | il préfère | je préfère | préfère les | préfère le | préfère la | surtout | \
              préférer | répond sur | toujours sur | idéalement",
    preferred: "de préférence | préféré | préférée | svp | s'il vous plaît | stp | s'il te plaît | uniquement | seulement | c'est mieux | \
                est mieux | le mieux | si possible | idéalement | plutôt | en priorité | d'abord | préférable",
    refuses: "pas de | pas d' | pas d | pas par | pas sur | pas le | pas les | jamais | jamais de | jamais par | surtout pas | \
              surtout pas de | surtout pas par | aucun | aucune | ni | sans | évite | éviter | évitez | déteste | n'aime pas | \
              n'aime pas les | n'utilise pas | pas | ne veut pas de | refuse | plus de | n'a pas | ne lit pas",
    refused: "non | surtout pas | jamais",
    over: "plutôt que | au lieu de | que | et non",
    filler: "perso | pro | personnel | ok | par | sur | le | la | les | l | un | une | mon | son | sa | au | à | via | numéro | no | n | lui | moi | me | c'est | c | \
             est | en | de | du | elle | il | compte | identifiant | pseudo | les messages | message | messages | avec",
    and: "et | ou | ni | puis | aussi",
    after: "après | à partir de | dès | de",
    before: "avant | jusqu'à | à",
    between: "entre",
    hour: "h | heures | heure",
    parts_of_day: &[
        (8, 12, "le matin | matin | en matinée | les matins"),
        (12, 18, "l'après-midi | après-midi | les après-midi"),
        (18, 22, "le soir | soir | en soirée | les soirs"),
    ],
    channels: &[
        (
            ChannelKind::Email,
            "mail | mails | e-mail | email | courriel | courriels | mél | adresse mail | adresse e-mail",
        ),
        (
            ChannelKind::Phone,
            "téléphone | tél | tel | l'appeler | appel | appels | appeler | téléphoner | fixe | coup de fil | coups de fil | un appel",
        ),
        (ChannelKind::Sms, "sms | texto | textos | un sms"),
        (ChannelKind::WhatsApp, "whatsapp | wa | whats app"),
    ],
    mobile: "portable | port | mobile | mob | gsm | cellulaire | cell",
    extension: "poste",
    spoken: &[
        ('@', "arobase | arrobase | at | chez"),
        ('.', "point"),
        ('-', "tiret | trait d'union"),
        ('_', "tiret bas | underscore | souligné"),
        ('+', "plus"),
    ],
    met: "rencontré | rencontrée | rencontrés | j'ai rencontré | vu | vue | j'ai vu | parlé avec | parlé à | discuté avec | \
          j'ai parlé à | j'ai parlé avec | j'ai discuté avec | croisé | j'ai croisé | je viens de rencontrer | nouveau contact | \
          elle s'appelle | il s'appelle | son nom est | son nom c'est | nom | contact | fait la connaissance de | voici | c'est",
    met_at: "rencontré à | rencontrée à | rencontré au | rencontrée au | rencontré aux | rencontrée aux | rencontré à la | \
             rencontrée à la | rencontré lors de | rencontrée lors de | rencontré pendant | rencontré chez | rencontré sur | vu à | vu au | \
             vue à | vue au | vu à la | vue à la | croisé à | croisé au | croisée au | croisée à | lors de | lors du | pendant | \
             rencontré à l' | rencontrée à l' | rencontré à l | rencontrée à l | vu lors du | vu lors de | événement",
    at: "à | au | à la | à l | aux",
    works_at: "chez | de chez | travaille chez | travaille à | travaille pour | bosse chez | bosse pour | société | entreprise | \
               elle travaille chez | il travaille chez | employeur | d' | d | de | du | de la | de l | à l | fondateur de | fondatrice de | dirige",
    events: "salon | foire | conférence | conf | congrès | forum | festival | colloque | séminaire | atelier | soirée | dîner | gala | \
             rencontre | rencontres | journées | journée | biennale | meetup | hackathon | sommet | exposition | expo | petit-déjeuner | \
             apéro | convention | assises | symposium",
    orgs: "S.A. | S.A.S. | S.A.R.L. | sarl | sas | sa | sasu | eurl | groupe | société | cabinet | université | institut | fondation | association | banque | \
           atelier | ville | mairie | région | laboratoire | laboratoires | agence | école | lycée | hôpital | clinique | éditions | \
           transports | conseil | studio | maison | compagnie | cie | frères | ministère | musée | coopérative | transport | associés",
    roles: "illustrateur | illustratrice | musicien | musicienne | photographe | réalisateur | réalisatrice | \
            économiste | psychologue | dentiste | pharmacien | pharmacienne | vétérinaire | entrepreneur | entrepreneuse | \
            bibliothécaire | boulanger | boulangère | juriste | directeur | directrice | ingénieur | ingénieure | développeur | développeuse | chef de | cheffe de | directeur de | directrice de | responsable de | ingénieur de | ingénieure de | directeur des | directrice des | responsable des | chef des | chargé des |  chef | cheffe | \
            responsable | pdg | dg | daf | drh | commercial | commerciale | consultant | consultante | graphiste | designer | avocat | \
            avocate | chercheur | chercheuse | professeur | professeure | prof | enseignant | enseignante | gérant | gérante | fondateur | \
            fondatrice | cofondateur | cofondatrice | président | présidente | architecte | journaliste | auteur | autrice | auteure | \
            acheteur | acheteuse | assistant | assistante | médecin | infirmier | infirmière | chargé de | chargée de | technicien | \
            technicienne | étudiant | étudiante | comptable | recruteur | recruteuse | vendeur | vendeuse | traducteur | traductrice | \
            notaire | éditeur | éditrice | associé | associée | analyste | secrétaire | stagiaire | doctorant | doctorante | artiste | \
            photographe | adjoint | adjointe | gestionnaire | freelance | indépendant | maire | cadre | libraire | boulanger",
    subjects: "il | elle | ils | elles | son | sa",
    promise_me: "veut | voudrait | souhaite | aimerait | attend | demande | lui envoyer | envoyer | lui dois | je lui dois | je dois | \
                 je lui envoie | j'envoie | je dois lui envoyer | dois lui envoyer | il faut lui envoyer | promis | j'ai promis | \
                 lui transmettre | transmettre | partager | lui montrer | elle veut | il veut | elle attend | il attend | a besoin de | a besoin du | a besoin des | besoin du | besoin des | \
                 a besoin d' | besoin de | faire suivre | lui faire suivre | présenter à | lui présenter | elle voudrait | il voudrait | \
                 elle souhaite | il souhaite | lui renvoyer | transférer | je lui ai promis | à envoyer | intéressé par | intéressée par | \
                 leur envoyer | veut voir | m'a demandé | lui donner | penser à envoyer",
    promise_them: "m'envoie | il m'envoie | elle m'envoie | m'enverra | il m'enverra | elle m'enverra | va m'envoyer | il va m'envoyer | \
                   elle va m'envoyer | me doit | il me doit | elle me doit | me transmet | il me transmet | elle me transmet | \
                   doit m'envoyer | il doit m'envoyer | elle doit m'envoyer | ils m'envoient | m'a promis | me présente | me présentera | \
                   elle me présente | il me présente | m'a promis de | il envoie | elle envoie | me prête | me donne",
    things: "slides | diapos | présentation | devis | proposition | contrat | lien | rapport | article | photos | cv | dossier | démo | \
             tarifs | plaquette | facture | brochure | échantillon | échantillons | livre | offre | vidéo | enregistrement",
    articles: "le | la | les | l | un | une | des | du | de la | son | sa | mon | ma | nos | notre | ses | au",
    honorifics: "m | mme | mlle | monsieur | madame | mademoiselle | dr | docteur | pr | professeur | me | maître",
    particles: "de | du | des | d | de la | le | la | el | ben | von",
    closings: "cordialement | bien cordialement | bien à vous | salutations | meilleures salutations | bonjour | bonsoir | merci | \
               à bientôt | bonne journée | bonne soirée | sincères salutations | amitiés | bises | cdt | cdlt | bàv | envoyé de mon iphone | \
               belle journée | très cordialement | salut",
    talked: "on a parlé de | parlé de | parle de | discuté de | à propos de | au sujet de | sujet | intéressé | aime | adore | note | \
             passionné de | passionnée de",
    common: "je | j | tu | il | elle | on | nous | vous | ils | elles | ce | c | ça | cela | qui | que | quoi | où | quand | et | mais | donc | \
             car | parce | très | bien | bon | bonne | a | ai | ont | était | été | être | avoir | fait | dit | mon | ma | mes | ton | sa | \
             son | ses | leur | leurs | lui | avec | sans | pour | par | dans | sur | sous | chez | en | y | ne | pas | plus | aussi | déjà | \
             après | avant | travaille | habite | cherche | veut | peut | doit | au | aux | du | des | les | une | c'est | super | \
             sympa | génial | ici | là | puis | alors | faut",
    given: "jean | pierre | michel | andré | philippe | rené | louis | alain | jacques | bernard | marcel | daniel | roger | robert | paul | \
            claude | christian | henri | georges | nicolas | françois | laurent | stéphane | olivier | julien | thomas | antoine | hugo | \
            marie | jeanne | françoise | monique | catherine | nathalie | isabelle | sylvie | valérie | sophie | céline | camille | léa | \
            manon | chloé | emma | inès | julie | claire | pauline | lucie | anaïs | aurélie | hélène | élodie | mathilde | amélie | \
            dimanche | mars | juin | avril | arnaud | guillaume | mathieu | maxime | romain | bruno | benoît | fabrice | océane | lou | \
            émilie | marc | luc | éric | denis | gilles | yann | karim | mehdi | samir | nadia | fatima | samia | ali | awa",
};
