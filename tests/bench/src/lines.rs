//! Lines as people type them: some two hundred characters each, in several languages, about nobody who lives.

pub(crate) const LINES: &[&str] = &[
    "Priya Rao, Northwind Robotics, data engineer, met at RustMeet Lisbon, prefers WhatsApp +1 514 555 0142, promised her the slides and the benchmark numbers, runs ultra-marathons, follow up on Tuesday",
    "met Łukasz Kowalski from Cedarline Logistik at the breakfast table, lukasz.kowalski@cedarline.example, best on Telegram @lukasz_k, he owes me an intro to the procurement team, ping him in 3 days",
    "Inês Gonçalves @ Bluefin Labs, directrice marketing, ines@bluefin.example, no phone calls please, loves offline maps and fountain pens, I owe her: photos from the dinner, follow up tomorrow morning",
    "Søren Østergaard, staff engineer at Fjordic Energi, wants the paper on tiling before the board meeting, soren.ostergaard@fjordic.example or 514-555-0117, prefers email, follow up 2026-12-03, plays cello",
    "Zoë Turner-Hill, head of partnerships, Halcyon Health, https://linkedin.com/in/zoe-turner-hill, hiring three backend people, thinks our pricing page is confusing, promised a beta invite next week",
    "Jürgen Weiß, Leiterin Einkauf bei Kestrel Logistik, juergen.weiss@kestrel.example, am liebsten per E-Mail, ich schicke ihm das Angebot bis Freitag, interessiert an einer Zusammenarbeit im Frühjahr",
    "Maëlle Lefèvre, fondatrice de Lumenia Studio, rencontrée aux Rencontres Numériques à Lyon, +1 514 555 0163 sur WhatsApp, cherche un cofondateur technique, je lui envoie la maquette demain matin",
    "Tomás de la Cruz de Pelagia Foods, quiere abrir una oficina en Bogotá, prefiere WhatsApp +1 514 555 0128, le prometí el contacto del proveedor y las fotos, escribirle el martes por la mañana temprano",
    "Catarina Gonçalves da Octavo Press, catarina@octavo.example, prefere Instagram @cata_goncalves, falámos de mapas e de música, fiquei de enviar o título do livro e a receita, responder na quinta-feira",
    "王小明, Tessellate 科技, 工程师, wechat: wang_xiaoming88, 喜欢爬山和摄影, xiaoming.wang@tessellate.example, promised him the slides about offline sync and encryption in the core, follow up on Monday morning please",
    "佐藤さくら, Umbra 株式会社, 開発者, sakura.sato@umbra.example, LINE best, 来年の展示会で会う予定, she will send me the camera ready paper and photos of the booth, I owe her an intro to our maps team, in 5 days",
    "Анна Иванова, Zephyrine Analytics, anna.ivanova@zephyrine.example, Telegram @anna_ivanova preferred, talked about moving their pipelines to Rust this winter and about her talk, follow up in two weeks",
    "Ελένη Παπαδοπούλου, Quillon Maps, eleni@quillon.example, Signal +1 514 555 0155, promised to send her the tiling paper, came with the delegation from Athens, vegan, hates cold calls, write by next Friday",
    "ليلى الحداد, Riverstone Bank, layla.alhaddad@riverstone.example, prefers LinkedIn, wants a demo of the offline search for her team of twelve, met at FinTech Days Nairobi, I promised references, Thursday",
    "Grace Okafor - CTO - Wayfarer Ventures - grace@wayfarer.example - +1 (514) 555-0171 - not Slack - asked for the security whitepaper, knows everybody at the port authority, reach out December 1st 2026",
    "Aoife O'Brien, journalist, writes a newsletter about maps, signal 514 555 0109, do not call, wants embargoed numbers before the launch, promised her an interview slot, met at Design Week Oslo, Wed 10am",
    "Kwame Mensah (Saltmarsh Foundation) kwame.mensah@saltmarsh.example, two kids at the same school as ours, he promised the venue contact, I owe the grant template and budget, follow up the day after tomorrow",
    "just met Hannah Lindqvist, radiologist at Brightwater Health in Kraków, hannah.lindqvist@brightwater.example, discord hannahlq, says dark mode saves her eyes, send the study protocol, next Tuesday or so",
    "Ayşe Yılmaz; Everpine Textil; founder; ayse@everpine.example; instagram.com/ayse.yilmaz.weaves; best on WhatsApp after 18:00, +1 514 555 0136; swap fabric samples; promised introduction to two buyers soon",
    "Dmitar Horvat, security researcher, Vantage-Point Systems, https://mastodon.example/@dmitar, dmitar@vantage-point.example, found a bug in our importer, no phone, promised him a fix and credit in 10 days",
    "Eszter Szabó from Marrow Press, editor, allergic to peanuts, eszter.szabo@marrow.example, bluesky @eszter.marrow.example, wants a chapter on reminders, deadline 15 January 2027, I owe her an outline, no rush",
    "Björn Ångström | Nimbus-Nine Aerospace | recruiter | bjorn.angstrom@nimbus-nine.example | x.com/bjornang | hiring in Toronto and Oslo, asked about remote work, promised the job description, reply by Friday",
    "Nguyệt Trần, product manager, Xylo Música, nguyet@xylo.example, prefers SMS 514-555-0184 over email, looking for a designer in Lyon, we agreed to trade beta invites, follow up Saturday after the concert ok",
    "김민준, Yarrow Systems, staff engineer, minjun.kim@yarrow.example, slack preferred, asked how the hybrid logical clock deals with a clock set back, I promised the design note, met at Data Night Osaka, in 4 days",
];

#[cfg(test)]
mod tests {
    use super::LINES;

    #[test]
    fn lines_are_varied_and_some_two_hundred_characters_long() {
        assert!(LINES.len() >= 20);
        for line in LINES {
            assert!((180..=225).contains(&line.chars().count()), "{} {line}", line.chars().count());
        }
    }
}
