//! Portuguese, of Brazil and of Portugal.

use super::Words;
use crate::channel::ChannelKind;
use crate::locale::Language;

pub(super) static WORDS: Words = Words {
    language: Language::Pt,
    weekdays: [
        "segunda-feira | segunda",
        "terça-feira | terça",
        "quarta-feira | quarta",
        "quinta-feira | quinta",
        "sexta-feira | sexta",
        "sábado",
        "domingo",
    ],
    short_weekdays: ["seg", "ter", "qua", "qui", "sex", "sáb", "dom"],
    months: [
        "janeiro | jan",
        "fevereiro | fev",
        "março",
        "abril | abr",
        "maio",
        "junho | jun",
        "julho | jul",
        "agosto | ago",
        "setembro | set",
        "outubro | out",
        "novembro | nov",
        "dezembro | dez",
    ],
    days: &[
        (0, "hoje | hoje à tarde | hoje à noite"),
        (1, "amanhã | amanhã de manhã | amanhã à tarde"),
        (2, "depois de amanhã"),
        (-1, "ontem"),
    ],
    numbers: &[
        (0, "zero"),
        (1, "um | uma | primeiro"),
        (2, "dois | duas | um par de"),
        (3, "três"),
        (4, "quatro"),
        (5, "cinco"),
        (6, "seis | meia"),
        (7, "sete"),
        (8, "oito"),
        (9, "nove"),
        (10, "dez"),
        (11, "onze"),
        (12, "doze"),
        (13, "treze"),
        (14, "catorze | quatorze"),
        (15, "quinze"),
        (16, "dezesseis | dezasseis"),
        (17, "dezessete | dezassete"),
        (18, "dezoito"),
        (19, "dezenove | dezanove"),
        (20, "vinte"),
        (30, "trinta"),
        (40, "quarenta"),
        (50, "cinquenta"),
        (60, "sessenta"),
        (70, "setenta"),
        (80, "oitenta"),
        (90, "noventa"),
    ],
    units: ["dia | dias", "semana | semanas", "mês | meses", "ano | anos"],
    weekend: "fim de semana | final de semana | no fim de semana | fds",
    end_of: "fim de | fim da | fim do | final da | final do | no fim do | no fim da | até o fim do | até o fim da | no final do | no final da",
    within: "em | dentro de | daqui a | daqui | no prazo de",
    from_now: "a partir de hoje | mais tarde",
    next: "próximo | próxima | na próxima | no próximo | início da próxima",
    next_after: "que vem | próxima | próximo | seguinte",
    week_later: "da outra semana | sem ser essa a outra",
    this: "este | esta | nesta | neste | essa | nessa",
    last: "passado | passada",
    on: "na | no | em | até | para | até a | até o | dia | no dia | antes de | antes da | a partir de | na próxima | pra | lá pelo dia",
    of: "de | do | da | dos | das",
    ordinal: "o",
    every: "todo | toda | cada | todos os | todas as",
    recurring: "mensal | mensalmente | semanal | semanalmente | diariamente | uma vez por mês | uma vez por semana | regularmente",
    follow_up: "retornar | retorno | dar retorno | retomar | retomar contato | retomar contacto | retomar o contato | acompanhar | \
                acompanhamento | fazer follow-up | follow-up | contatar | contactar | lembrar | me lembrar | lembrete | cobrar | \
                voltar a falar | voltar a ligar | voltar a contactar | ligar de volta | entrar em contato | entrar em contacto | \
                falar de novo | escrever para | ligar para | ligar pra | ligar pro | chamar | dar um toque | reconectar | retomo",
    meet: "a gente se vê | nos vemos | vemo-nos | escrevo | ligo | falo | mando mensagem | marcamos | ligar | ligação | escrever | reunião | encontro | café | almoço | almoçar | jantar | demo | visita | falar | conversar | conversa | \
           videochamada | telefonar | marcar | cafezinho",
    never: "sem seguimento | nenhum seguimento | não dar seguimento | não precisa de seguimento | sem retorno | não precisa retornar | não retornar | sem follow-up | sem acompanhamento | não acompanhar | nenhum retorno | \
            não contatar | não contactar | sem lembrete | não precisa de retorno | não fazer follow-up | dispensa retorno | nada de retorno | \
            não é preciso retornar | não voltar a falar",
    about_them: "seu | sua | dele | dela | será | casamento | lançamento | férias | de férias | desde | viaja | se muda | aniversário | sai | \
                 lança | abre | começa | chega | volta | regressa | nasce | prova | palestra | casa | prazo | ela | ele | licença | termina | muda",
    prefers: "prefere | prefiro | melhor | melhor por | melhor pelo | melhor pela | melhor no | melhor na | de preferência | \
              de preferência por | de preferência pelo | preferência | preferencialmente | preferencialmente por | só | só por | só pelo | somente | \
              somente por | apenas | apenas por | apenas pelo | usar | usa | sempre por | sempre pelo | responde por | responde no | contato por | \
              é melhor por | mais fácil por | mais fácil pelo | ela prefere | ele prefere | o melhor é | encontrável por",
    preferred: "de preferência | por favor | preferido | preferida | preferencial | só | somente | apenas | é melhor | se possível | melhor | \
                pf | primeiro | preferencialmente",
    refuses: "não | sem | nada de | nunca | nunca por | nem | jamais | não por | evita | evitar | odeia | não usa | não gosta de | não quer | \
              menos | tampouco | não tem | não lê | não atende",
    refused: "não dá | jamais",
    over: "em vez de | ao invés de | no lugar de | e não | do que",
    filler: "pessoal | escritório | trabalho | ok | por | pelo | pela | no | na | o | a | os | as | um | uma | ao | de | do | da | dele | dela | seu | sua | meu | número | nº | é | via | com | me | lhe | \
             em | conta | usuário | utilizador | mensagem | mensagens | ela | ele | para",
    and: "e | ou | nem | também",
    after: "depois das | depois de | após as | após | a partir das | a partir de | das",
    before: "antes das | antes de | até às | até as | às",
    between: "entre as | entre",
    hour: "h | horas | hrs",
    parts_of_day: &[
        (8, 12, "de manhã | pela manhã | manhãs | da manhã"),
        (12, 18, "à tarde | de tarde | tardes | da tarde | pela tarde"),
        (18, 22, "à noite | de noite | noites | da noite | pela noite"),
    ],
    channels: &[
        (ChannelKind::Email, "e-mail | email | mail | correio | e-mails | emails | correio eletrônico"),
        (
            ChannelKind::Phone,
            "telefone | tel | fone | ligação | ligações | ligar | chamada | chamadas | telefonema | telefonemas | fixo | \
                              telefonar | uma ligação",
        ),
        (ChannelKind::Sms, "sms | torpedo | mensagem de texto | mensagens de texto"),
        (ChannelKind::WhatsApp, "whatsapp | wa | zap | zapzap | whats | wpp | zape"),
    ],
    mobile: "celular | cel | telemóvel | tlm | móvel | tm",
    extension: "ramal | ext",
    spoken: &[
        ('@', "arroba"),
        ('.', "ponto"),
        ('-', "hífen | traço | tracinho"),
        ('_', "underline | sublinhado | underscore"),
        ('+', "mais"),
    ],
    met: "conheci a | conheci o | conheci | acabei de conhecer | acabei de conhecer a | acabei de conhecer o | falei com | falei com a | \
          falei com o | conversei com | encontrei a | encontrei o | encontrei | novo contato | novo contacto | nova contato | chama-se | \
          se chama | o nome dele é | o nome dela é | nome | contato | contacto | estive com | vi a | vi o | me apresentaram a",
    met_at: "conheci na | conheci no | conheci em | conhecido na | conhecida na | conhecido no | conhecida no | visto no | visto na | vista no | \
             vista na | nos conhecemos na | nos conhecemos no | falamos na | falamos no | encontrei na | encontrei no | durante | durante a | \
             durante o | evento | no evento | conhecemo-nos na | conhecemo-nos no",
    at: "no | na | em | nos | nas",
    works_at: "da | do | de | na | no | trabalha na | trabalha no | trabalha em | trabalha para | trabalha com | empresa | companhia | \
               ela trabalha na | ele trabalha na | ela trabalha no | ele trabalha no | fundador da | fundadora da | fundador do | dirige | organização",
    events: "feira | congresso | conferência | fórum | festival | salão | jornada | jornadas | seminário | oficina | cúpula | cimeira | encontro | gala | \
             exposição | expo | convenção | simpósio | meetup | hackathon | evento | bienal | palestra | jantar | café da manhã",
    orgs: "S.A. | S/A | ltda | lda | sa | eireli | me | grupo | empresa | universidade | instituto | fundação | associação | banco | oficina | câmara | prefeitura | \
           hospital | laboratório | laboratórios | agência | escola | colégio | editora | edições | transportes | consultoria | estúdio | escritório | \
           irmãos | associados | ministério | museu | cooperativa | filmes | clínica | logística",
    roles: "ilustrador | ilustradora | fotógrafo | fotógrafa | músico | tradutor | tradutora | psicólogo | psicóloga | dentista | farmacêutico | farmacêutica | empresário | empresária | economista | padeiro | padeira | jurista | diretor | diretora | engenheiro | engenheira | desenvolvedor | desenvolvedora | programador | programadora | chefe de | diretor de | diretora de | engenheiro de | engenheira de | técnico de | técnica de | gerente de | responsável de | coordenador de | coordenadora de | chefe | gerente | \
            responsável | responsável por | ceo | cto | cfo | comercial | consultor | consultora | designer | advogado | advogada | pesquisador | \
            pesquisadora | investigador | investigadora | professor | professora | fundador | fundadora | cofundador | cofundadora | presidente | \
            arquiteto | arquiteta | jornalista | autor | autora | comprador | compradora | assistente | médico | médica | enfermeiro | enfermeira | \
            encarregado | técnico | técnica | estudante | contador | contadora | contabilista | sócio | sócia | analista | vendedor | vendedora | \
            tradutor | tradutora | estagiário | estagiária | artista | fotógrafo | fotógrafa | editor | editora | coordenador | coordenadora | \
            dono | dona | secretário | secretária | autônomo | doutorando | doutoranda | prefeito | prefeita | proprietário",
    subjects: "ela | ele | eles | elas",
    promise_me: "quer | queria | gostaria de | precisa de | precisa do | precisa da | precisa dos | precisa das | espera | pediu | devo | devo a ela | devo a ele | lhe devo | devo-lhe | enviar | mandar | \
                 enviar-lhe | mandar para ela | mandar para ele | enviar para ela | enviar para ele | preciso enviar | preciso mandar | \
                 tenho que enviar | tenho que mandar | tenho de enviar | prometi | compartilhar | partilhar | passar | apresentar ao | \
                 apresentar à | encaminhar | mostrar | ela quer | ele quer | interessado em | interessada em | vou enviar | vou mandar | \
                 está esperando | aguarda | quer ver | me pediu | lhe enviar | lhe mandar | ficou de receber",
    promise_them: "me manda | me envia | vai me enviar | vai me mandar | me deve | ela me manda | ele me manda | ela me envia | ele me envia | me passa | \
                   ficou de me enviar | ficou de me mandar | ficou de enviar | ficou de mandar | me prometeu | me apresenta a | me apresenta | \
                   vai-me enviar | envia-me | manda-me | deve-me | me empresta | ela me deve | ele me deve | ela me passa | ele me passa",
    things: "slides | apresentação | orçamento | proposta | contrato | link | relatório | artigo | fotos | cv | currículo | dossiê | demo | preços | \
             tabela | fatura | folheto | amostra | amostras | livro | oferta | vídeo | gravação",
    articles: "o | a | os | as | um | uma | uns | umas | ao | à | seu | sua | meu | minha | nosso | nossa",
    honorifics: "sr | sra | senhor | senhora | dona | dom | dr | dra | doutor | doutora | prof | profa | professor | professora | eng | engo",
    particles: "de | da | do | das | dos | e | d",
    closings: "cordiais saudações | com os meus cumprimentos | atenciosamente | abraços | abraço | um abraço | cumprimentos | melhores cumprimentos | com os melhores cumprimentos | obrigado | \
               obrigada | saudações | cordialmente | olá | oi | bom dia | boa tarde | att | grato | grata | beijos | enviado do meu iphone | \
               muito obrigado",
    talked: "falamos de | fala de | falamos sobre | falando de | sobre | a respeito de | tema | assunto | gosta de | adora | nota | conversamos sobre",
    common: "eu | tu | você | ele | ela | nós | eles | elas | isso | isto | que | quem | onde | quando | e | mas | porque | muito | bem | bom | boa | foi | \
             era | ser | estar | tem | ter | fez | disse | meu | minha | seu | sua | nosso | lhe | me | te | se | com | sem | para | por | em | sobre | \
             desde | não | sim | já | também | depois | antes | trabalha | mora | procura | quer | pode | deve | ao | aos | à | às | do | da | dos | das | \
             no | na | nos | nas | um | uma | gente | legal | simpático | simpática | aqui | ali | então",
    given: "maria | josé | joão | antónio | antônio | francisco | carlos | paulo | pedro | lucas | luiz | luís | marcos | gabriel | rafael | daniel | marcelo | \
            bruno | eduardo | felipe | rodrigo | manuel | mateus | andré | fernando | fábio | leonardo | gustavo | guilherme | tiago | diogo | \
            ana | francisca | antónia | adriana | juliana | márcia | fernanda | patrícia | aline | sandra | camila | amanda | bruna | jéssica | letícia | \
            júlia | luciana | beatriz | mariana | larissa | inês | catarina | sofia | leonor | matilde | helena | teresa | rita | joana | domingos | \
            domingo | abril | marco | júlio | olívia | fabrício | sérgio | raul | rosana | célia | gonçalo | vítor | lola | otávio | igor | noemi",
};
