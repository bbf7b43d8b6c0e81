# Portuguese. Every message here exists, with the same arguments, in the other four languages.

## Dates. The weekday and the month are messages of their own; $time is always 24 hours.

date-time = { $weekday } { $day } { $month } { $year }, { $time }
date = { $weekday } { $day } { $month } { $year }
weekday-1 = seg.
weekday-2 = ter.
weekday-3 = qua.
weekday-4 = qui.
weekday-5 = sex.
weekday-6 = sáb.
weekday-7 = dom.
month-1 = jan.
month-2 = fev.
month-3 = mar.
month-4 = abr.
month-5 = mai.
month-6 = jun.
month-7 = jul.
month-8 = ago.
month-9 = set.
month-10 = out.
month-11 = nov.
month-12 = dez.

hours = { $kind ->
    [after] depois das { $from }
    [before] antes das { $until }
   *[between] { $from }–{ $until }
}

## Channels whose name is a word, not a brand

channel-email = e-mail
channel-phone = telefone
channel-sms = SMS

## The suggestion. $kind is the channel's stable name, $channel its name as people write it.

suggestion = { $kind ->
    [email] Escrever um e-mail
    [phone] Ligar
    [sms] Enviar um SMS
   *[other] Escrever por { $channel }
}
suggestion-with-reason = { $suggestion }: { $reason }
suggestion-none = Ainda não há como escrever
suggestion-peace = A pessoa pediu para não receber mensagens
runner-up = Segunda opção: { $channel } ({ $reason })
runner-up-hours = Segunda opção: { $channel }, { $hours } ({ $reason })
suggestion-hours = Horas que a pessoa indicou: { $hours }
why-not = Não por { $channel }: { $reason }
ask-them = Como você prefere manter contato?
ask-address = Número, endereço ou nome
ask-back = Voltar
ask-more = Mais
ask-answer = prefere { $channel } { $address }

reason-they-asked-for-it = foi o que a pessoa pediu
reason-their-choice-is-out-of-reach = o meio preferido está fora de alcance por enquanto
reason-only-one-on-hand = é o único que você tem à mão
reason-they-used-it-last = foi por onde a pessoa escreveu por último
reason-answered-there = { $written ->
    [one] { $place ->
        [event] a única pessoa de eventos a quem você escreveu por ali respondeu
        [work] a única pessoa do trabalho a quem você escreveu por ali respondeu
        [private] a única pessoa da vida pessoal a quem você escreveu por ali respondeu
       *[any] a única pessoa a quem você escreveu por ali respondeu
    }
   *[other] { $answered } de { $written } { $place ->
        [event] pessoas que você conheceu em eventos
        [work] pessoas que você conheceu no trabalho
        [private] pessoas que você conheceu na vida pessoal
       *[any] pessoas
    } { $answered ->
        [one] respondeu por ali
       *[other] responderam por ali
    }
} (o usual: { $usual } %)
reason-usual-in-their-country = é por onde se escreve no país da pessoa
reason-welcome-almost-everywhere = é bem-vindo em quase todo lugar
reason-they-gave-it = a pessoa passou para você
reason-most-usual-on-hand = é o mais comum entre os que você tem à mão

why-they-said-no = a pessoa pediu para não escrever por aí
why-they-asked-for-peace = a pessoa pediu para não receber mensagens
why-no-address = é o meio preferido, mas você ainda não tem um endereço ali
why-shut-down = o serviço foi encerrado; proponha { $successor } no lugar
why-not-given-for-that = nada indica que o número foi dado para isso
why-not-confirmed = o endereço não está confirmado
why-invitations-are-few = uma conta gratuita tem poucos convites pessoais
why-they-prefer-another = a pessoa prefere outro meio
why-they-use-another = a pessoa escreve para você por outro meio
why-answered-less = { $place ->
    [event] { $answered } de { $written } { $written ->
        [one] pessoa de eventos respondeu
       *[other] pessoas de eventos responderam
    } por ali
    [work] { $answered } de { $written } { $written ->
        [one] pessoa do trabalho respondeu
       *[other] pessoas do trabalho responderam
    } por ali
    [private] { $answered } de { $written } { $written ->
        [one] pessoa da vida pessoal respondeu
       *[other] pessoas da vida pessoal responderam
    } por ali
   *[any] { $answered } de { $written } { $written ->
        [one] pessoa respondeu
       *[other] pessoas responderam
    } por ali
} (o usual: { $usual } %)
why-less-usual = outros são mais comuns para uma primeira mensagem

## What was learned from answers

learned-nothing = Nada aprendido ainda. Anote se respondem, e as sugestões seguirão o que funciona para você. Fica neste aparelho.
learned-explained = Contado neste aparelho pelo que você anotou: respondidas, entre as enviadas há tempo suficiente. As antigas contam menos.
learned-rate = { $channel }: { $written ->
    [one] { $answered } de { $written } mensagem respondida
   *[other] { $answered } de { $written } mensagens respondidas
}
learned-forgotten = Esquecido. As sugestões voltam a partir do que é comum.

## Messages: what became of them, and what speaks against one

sent-question = Enviada por { $channel }?
let-go-proposal = Sem resposta de { $name } desde { $date }. Você fez a sua parte: deixar assim?
message-opened = { $channel }, { $date }: aberto, talvez não enviada
message-sent = { $channel }, { $date }: enviada
message-replied = { $channel }, { $date }: enviada e respondida
message-no-answer = { $channel }, { $date }: enviada, fica assim
message-received = { $channel }, { $date }: a pessoa escreveu
message-declined = { $channel }, { $date }: a pessoa pediu para não receber mensagens
wish-preferred = Prefere { $channel } ({ $how }, { $date })
wish-preferred-hours = Prefere { $channel }, { $hours } ({ $how }, { $date })
wish-hours = { $channel }: { $hours } ({ $how }, { $date })
wish-refused = Não por { $channel } ({ $how }, { $date })
wish-refused-hours = Não por { $channel }, { $hours } ({ $how }, { $date })
note-asked-not-to = { $name } pediu em { $date } para não receber mensagens
note-not-there = A pessoa pediu para não escrever por aqui
note-let-go = Você deixou para lá em { $date }
note-no-answer-yet = Sua mensagem por { $channel } de { $date } ainda está sem resposta; uma basta
note-nearly-the-same = { $more ->
    [0] Você enviou quase o mesmo a { $first } e { $second }: acrescente um detalhe real da conversa
    [one] Você enviou quase o mesmo a { $first }, { $second } e mais { $more } pessoa: acrescente um detalhe real da conversa
   *[other] Você enviou quase o mesmo a { $first }, { $second } e mais { $more } pessoas: acrescente um detalhe real da conversa
}
note-outside-their-hours = Fora das horas que a pessoa indicou: { $hours }
note-night = Lá são { $time }; a partir das 08:00 cai melhor
note-not-given-for-that = Nada indica que este número foi dado para mensagens
note-private-in-public = Aqui um descuido torna tudo público: deixe números e endereços de fora
outcome-wrote = Já entrei em contato ({ $channel })
outcome-answered = A pessoa respondeu ({ $channel })
outcome-asked-not-to = A pessoa não quer mensagens
noted-opened = Anotado: { $channel } aberto.
noted-not-sent = Anotado: não enviada.
noted-sent = Anotado: escrito por { $channel }.
noted-sent-and-done = Anotado: escrito por { $channel }. O lembrete terminou.
noted-replied = Anotado: resposta por { $channel }.
noted-no-answer = Fica assim. Você fez a sua parte.
noted-asked-not-to = Anotado: a pessoa fica em paz.
count-of = { $unit ->
    [words] { $used } de { $limit } palavras
   *[characters] { $used } de { $limit } caracteres
}
count = { $unit ->
    [words] { $used } palavras
   *[characters] { $used } caracteres
}

## The first message, in the language of the person who gets it

draft-greeting-name = Olá, { $name },
draft-greeting = Olá,
draft-greeting-again-name = Olá, { $name }!
draft-greeting-again = Olá!
draft-me-met-at = aqui é { $me }, nos conhecemos em { $event }.
draft-me-met-on = aqui é { $me }, nos conhecemos em { $day }.
draft-met-at = nos conhecemos em { $event }.
draft-met-on = nos conhecemos em { $day }.
draft-day = { $day } { $month }
draft-promised = Como prometi: { $what }.
draft-offered = Você me ofereceu: { $what }. Ainda está de pé?
draft-detail = Falamos sobre: { $what }.
draft-ask = Você teria dez minutos na próxima semana?
draft-subject-event-about = { $event }: { $about }
draft-subject-event = Nos conhecemos em { $event }
draft-subject-about = { $about } (nos conhecemos em { $day })
draft-subject-day = Nos conhecemos em { $day }
draft-add-detail = Acrescente um detalhe real da conversa
custom-subject-names-event = Um assunto que diz onde vocês se conheceram, no máximo 125 palavras
custom-connection-note = Curto o bastante para um pedido de conexão: 200 caracteres
custom-introduce-yourself-by-day = De dia; diga primeiro quem você é, seu número pode ser desconhecido
custom-agree-on-a-call = De dia, de preferência combinado antes; isto é o que você pode dizer
custom-shared-space-only = Só dentro de um espaço em comum; um simples oi faz esperar
custom-message-request = Curto: chega entre os pedidos de mensagem
custom-add-first = Primeiro adicionem um ao outro, depois escreva
custom-retired = Ninguém mais lê por lá

## The person

no-name = Ainda sem nome
met-on = Vocês se conheceram em { $date }
met-at-on = Vocês se conheceram em { $date }: { $event }
promise-by-me = Prometi: { $what }
promise-by-them = Me prometeu: { $what }
provenance-told = disse a você
provenance-card = cartão
provenance-scanned = por leitura de código
provenance-imported = por importação
provenance-guessed = a confirmar

## The one reminder

reminder-promise-by-me = { $what } para { $name }
reminder-promise-by-them = { $name } ofereceu: { $what }
reminder-hello = Dizer oi para { $name }
reminder-digest = { $count ->
    [one] Uma pessoa a quem escrever
   *[other] { $count } pessoas a quem escrever
}
reminder-more = { $count ->
    [one] Mais um contato espera no JustMet
   *[other] Mais { $count } contatos esperam no JustMet
}
reminder-more-body = Abra o JustMet uma vez e você será lembrado de cada um.
later-tomorrow = Amanhã
later-three-days = Em três dias
later-next-week = Em uma semana

## What became of it, line by line

ledger-planned = Planejado para { $date }.
ledger-shown = O lembrete foi mostrado.
ledger-snoozed = Adiado para { $date }.
ledger-done = Feito.
ledger-let-go = Deixado para lá.
ledger-undone = A última ação foi desfeita.
ledger-contact-gone = A pessoa foi esquecida.
ledger-handed-over = O iOS o tem e vai mostrá-lo.
ledger-taken-back = Foi retirado do iOS.
ledger-presumed = O iOS o mostrou, até onde se pode saber.
ledger-seen-in-inbox = Visto no aplicativo.
ledger-inbox-only = Espera na caixa de entrada, sem notificação.
ledger-restored = Estava pendente quando os dados foram restaurados: espera na caixa de entrada.
ledger-swiped-away = A notificação foi descartada.
nothing-due = Nada a fazer. Aproveite a conversa.
acted-done = Feito.
acted-snoozed = Adiado para { $date }.
acted-let-go = Deixado para lá.
acted-already-handled = Já estava resolvido.
acted-delivered = Mostrado.
undone-saved = Desfeito: nada foi guardado.
undone-acted = Desfeito.
undone-forgotten = Tudo voltou como estava.

## A segurança dos dados

check-whole = Está tudo em ordem.
check-faulty = Há um problema com o banco de dados. Exporte agora o que dá para ler (justmet export) e depois restaure uma cópia.
backup-made = { $count ->
    [one] Cópia feita de { $count } pessoa.
   *[other] Cópia feita de { $count } pessoas.
}
backup-restored = { $count ->
    [one] { $count } pessoa restaurada. O que está pendente espera aqui, sem outro lembrete.
   *[other] { $count } pessoas restauradas. O que está pendente espera aqui, sem outro lembrete.
}
imported = { $added ->
    [one] { $added } pessoa é nova aqui
   *[other] { $added } pessoas são novas aqui
}, { $known } já eram conhecidas.
forgotten = Esquecido.
forgotten-for-good = Esquecido para sempre: não resta nada.
deletion-offer = { $count ->
    [one] Uma pessoa nunca teve um retorno seu.
   *[other] { $count } pessoas nunca tiveram um retorno seu.
} Manter ou esquecer? A pergunta vem uma só vez.
offer-never = Nunca
offer-after-months = { $months ->
    [one] Depois de um mês
   *[other] Depois de { $months } meses
}
key-changed-encrypted = O banco está cifrado com a nova chave. Guarde-a bem: sem ela ninguém abre o banco, nem você.
key-changed-plain = O banco não está mais cifrado.
salvaged = { $count ->
    [one] { $count } pessoa foi salva.
   *[other] { $count } pessoas foram salvas.
} O arquivo danificado está em { $file }.

## Hints about how a line was read

hint-date-in-the-past = “{ $text }” já passou, por isso foi escolhido o momento habitual
hint-no-such-date = “{ $text }” não existe no calendário, por isso foi escolhido o momento habitual
hint-ambiguous-date = “{ $text }” pode ser lido de duas formas: confirme o dia, por favor
hint-does-not-recur = “{ $text }”: um lembrete não se repete, há apenas um
hint-number-without-region = “{ $text }” não tem código do país: acrescente-o ou defina sua região
hint-number-not-in-use = “{ $text }” não parece um número em uso: confira, por favor
hint-bad-handle = “{ $text }” não pode ser um endereço ali: confira, por favor
hint-no-such-hours = Isso não indica horas, então ficam como estavam; escreva 18-21, ou palavras como à noite

## As listas

list-people = { $count ->
    [one] { $count } pessoa
   *[other] { $count } pessoas
}
list-heading = { $event } · { $people }
list-no-event = Sem evento

## A pesquisa

search-forgiven = Ninguém corresponde exatamente. A um erro de digitação de distância:
search-add = Adicionar “{ $text }”
search-no-date = “{ $text }” não é um dia; use 2026, 2026-11 ou 2026-11-24
search-no-channel = “{ $text }” não é um canal
search-in-role = Cargo
search-in-notes = Notas
search-in-my-promise = Prometi
search-in-their-promise = Me prometeu

## Errors: what happened and what to do, fitting “could not …: { error }”

error-empty-line = a linha está vazia; escreva um nome e uma forma de contato
error-line-too-long = a linha passa de { $limit } KB; deixe a parte sobre esta pessoa
error-not-a-day = “{ $text }” não é um dia; use uma data como 2026-11-27 ou uma palavra como sexta
error-day-not-ahead = esse dia não está no futuro; indique um a partir de amanhã
error-not-a-weekend = “{ $text }” não é um fim de semana: cite de um a seis dias da semana
error-not-a-date = “{ $text }” não é uma data; escreva-a como 2026-12-25
error-too-many-holidays = são mais de mil dias de folga; retire os que já passaram
error-not-so-many-months = “{ $text }” não é um número de meses de 1 a 120; digite um, ou never
error-unknown-region = “{ $text }” não é um código de país; use duas letras como CA, DE ou BR
error-bad-cursor = esse ponto da lista não é válido; recomece do início
error-bad-id = “{ $text }” não é um identificador
error-no-event = nenhum evento se chama “{ $text }”; use uma parte do nome
error-no-contact = esta pessoa não está (ou não está mais) no JustMet
error-no-follow-up = este lembrete não está (ou não está mais) no JustMet
error-no-promise = esta promessa não está guardada aqui (ou não mais)
error-no-address-there = não há endereço para { $channel }; acrescente um ou escolha outro meio
error-no-way-to-write = ainda não há como escrever; acrescente um endereço ou diga o meio
error-channel-shut-down = { $channel } foi encerrado; { $successor } tomou o lugar
error-empty-reason = o motivo está vazio; diga em poucas palavras por que vai assim mesmo
error-nothing-unanswered = nenhuma mensagem a esta pessoa espera resposta
error-not-hours = “{ $text }” não diz horas; use 18-21, ou palavras como à noite
error-not-an-address = isso não pode ser um endereço em { $channel }; confira, e comece um número com + e o código do país
error-undo-expired = é tarde demais para desfazer, ou já foi desfeito
error-nothing-to-undo = não há nada a desfazer
error-newer-database = o banco de dados vem de uma versão mais recente do JustMet; atualize o JustMet para abri-lo, nada foi alterado
error-not-justmet = o arquivo não é um banco de dados do JustMet; escolha outro, nada foi alterado
error-damaged-database = o banco de dados está danificado; foi deixado como está, e o que ainda se lê pode ser salvo num novo
error-nothing-to-salvage = não dá para ler ninguém nele; ficou como está: mova-o e restaure uma cópia
error-not-encrypted = o banco não está cifrado, e foi dada uma chave; abra-o sem ela
error-wrong-key = a chave não abre o banco; nada foi alterado, use a chave com que ele foi cifrado
error-key-store = a chave do banco não está disponível agora ({ $detail }); desbloqueie o aparelho e tente de novo, nada foi alterado
error-no-encryption = esta versão do JustMet não sabe cifrar; use uma que saiba
error-busy-database = outro programa está ocupando o banco de dados; feche-o e tente de novo
error-read-only-database = não dá para gravar no banco de dados; confira as permissões do arquivo e da pasta dele
error-database-gone = o arquivo do banco foi retirado ou trocado enquanto estava aberto; ponha-o de volta e abra o JustMet de novo, ou faça agora uma cópia do que ainda está lá
error-full-disk = o disco está cheio; libere espaço e tente de novo, nada ficou pela metade
error-is-directory = o caminho é uma pasta; indique o caminho de um arquivo dentro dela
error-no-folder = a pasta não existe ou não pode ser aberta; crie-a ou escolha outro caminho
error-no-such-file = esse arquivo não existe; verifique o nome
error-file-taken = já existe outra coisa ali; escolha outro nome, nada foi tocado
error-sealed = a cópia está selada; dê a sua frase secreta
error-wrong-passphrase = a frase secreta não abre esta cópia; tente de novo, nada foi alterado
error-empty-passphrase = a frase secreta está vazia; escolha uma de várias palavras
error-not-an-export = não é uma exportação completa do JustMet (por volta da linha { $line }); nada foi alterado
error-refused-row = a linha { $line } é recusada: em “{ $table }” { $fault ->
        [missing] falta “{ $column }”
        [unknown] ela tem uma coluna que aqui não se conhece, ou uma repetida
        [value] o que está em “{ $column }” não pode estar ali
       *[rule] ela viola uma regra, repete um identificador ou remete a uma linha que falta
    }; corrija-a ou exporte de novo, nada foi alterado
error-damaged-backup = a cópia está danificada; escolha outra, nada foi alterado
error-not-a-backup = o arquivo não é uma cópia do JustMet; escolha outro, nada foi alterado
error-storage = o armazenamento relatou uma falha ({ $detail }); tente de novo e verifique o disco se ela continuar
error-interrupted = foi interrompido por algo mais recente; peça de novo
error-conflict = isso entra em conflito com o que já está guardado; leia de novo e tente outra vez
error-shell = o aparelho não conseguiu informar a hora ou mostrar a mudança ({ $detail })
error-internal = algo deu errado no JustMet; nada ficou pela metade, tente de novo

## What keeps reminders from being seen

problem-not-allowed-to-notify = As notificações estão desativadas: o que estiver pendente aparece aqui. Você pode permiti-las nas configurações deste aparelho.
problem-channel-off = As notificações “O único lembrete” estão desligadas: o que está pendente está aqui. Você pode ligá-las nas configurações do aplicativo.
problem-background-restricted = Este aparelho impede o JustMet de trabalhar em segundo plano, por isso nenhum lembrete pode chegar. Permita isso nas configurações de bateria do aplicativo; até lá, o que está pendente está aqui.
problem-over-capacity = Esperam mais retornos do que o iOS consegue guardar. Os mais próximos estão marcados; abra o JustMet de vez em quando e os outros seguirão.
problem-clock-suspect = O relógio deste aparelho parece errado, por isso os lembretes esperam um pouco. Verifique a data e a hora nas configurações.
problem-unknown-notifications = Uma notificação que não era de ninguém foi retirada. Não há nada a fazer.

## The phones: labels of buttons and headings, given out by `say`

shell-app-name = JustMet
shell-capture-placeholder = Priya, Acme, prefere WhatsApp 514 555 0142, slides, terça
shell-save = Salvar
shell-saved = Salvo
shell-undo = Desfazer
shell-done = Feito
shell-later = Mais tarde
shell-let-go = Deixar para lá
shell-add = Adicionar alguém
shell-today = Hoje
shell-recently-met = Encontros recentes
shell-search = Buscar
shell-why-not = Por que não os outros
shell-line = A linha como você escreveu
shell-promises = Promessas
shell-how-to-reach = Como entrar em contato
shell-prefers = É o preferido
shell-not-this-one = Este não
shell-nothing-said = Nada foi dito
shell-ask-them = Perguntar
shell-reminder-channel = O único lembrete
shell-notify-reason = O JustMet pode lembrar você uma vez de cada pessoa? Se não, os lembretes ficam aqui.
shell-no-reminder = Sem lembrete
shell-follow-up-waiting = Há um lembrete à espera
shell-retry = Tentar de novo
shell-close = Fechar
shell-sent-question = Enviado?
shell-yes = Sim
shell-not-yet = Ainda não
shell-send-anyway = Enviar assim mesmo
shell-send-anyway-why = Por que assim mesmo?
shell-write = Escrever
shell-they-answered = A pessoa respondeu
shell-let-it-rest = Deixar assim
shell-i-owe = Prometi
shell-they-owe = Me prometeu
shell-kept = Cumprida
shell-hours = Horas
shell-history = O que foi dito
shell-ledger = O que houve com o lembrete
shell-message = Mensagem
shell-my-name = Seu nome nas mensagens
shell-unsure = não é certo, toque para confirmar
shell-preferred = preferido
shell-refused = este não
shell-field-name = Nome
shell-field-org = Organização
shell-field-role = Cargo
shell-field-event = Encontro em
shell-field-channel = Como contatar
shell-field-hours = Horas
shell-field-promise = Promessa
shell-field-notes = Nota
shell-field-follow-up = Lembrete
shell-drop = Remover
shell-change = Mudar
shell-paste = Colar
shell-more = mais
shell-empty = Ninguém ainda. A próxima pessoa cabe em uma linha.
shell-understood = Entendi
shell-copy = Copiar
shell-copied = Copiado
shell-copied-instead = Nenhum app abre isso aqui: foi copiado.
shell-subject = Assunto
shell-language = Idioma
shell-notes = Notas
shell-back = Voltar
shell-not-now = Agora não
shell-clear = Limpar
shell-settings = Configurações
shell-backup = Cópia de segurança
shell-backup-make = Fazer uma cópia
shell-backup-explained = Com uma frase secreta, ninguém mais lê a cópia. Sem ela, qualquer pessoa com o arquivo consegue.
shell-passphrase = Frase secreta
shell-passphrase-of-backup = Frase secreta da cópia
shell-export-text = Exportar como texto
shell-keep-file = Guardar o arquivo
shell-restore = Restaurar
shell-restore-from = Restaurar de um arquivo
shell-restore-explained = Uma cópia substitui tudo o que está aqui; uma exportação é acrescentada.
shell-check = Verificar se o banco está íntegro
shell-salvage = Salvar o que dá para ler
shell-encrypted-explained = O que fica guardado aqui é cifrado com uma chave deste telefone. Outro telefone só abre uma cópia de segurança: faça uma antes de trocar de telefone.
shell-keyless = A chave do banco não está aqui
shell-keyless-explained = Outro telefone tem a chave. Faça lá uma cópia de segurança: ela pode ser restaurada aqui depois de começar do zero. O banco fechado fica ao lado do novo.
shell-begin-anew = Começar do zero
shell-usual-weekend = O fim de semana usual da região
shell-days-off = Outros dias de folga
shell-days-off-explained = Nenhum lembrete sem dia indicado cai em dia de folga. O que já está previsto fica onde está.
shell-day = Dia
shell-another-day = Outro dia
shell-add-day = Adicionar
shell-learned = Aprendido das respostas
shell-forget-learned = Esquecer o que foi aprendido
shell-offer-explained = Cada pessoa é proposta uma vez, aqui no app, e ninguém some sem o seu toque.
shell-look = Ver quem são
shell-nobody = Ninguém aqui.
shell-offer-deletion = Propor esquecer quem nunca teve um retorno meu
shell-never-followed-up = Sem retorno
shell-keep = Manter
shell-keep-all = Manter todos
shell-forget = Esquecer
shell-next-best = Usar esse
shell-preference = O que a pessoa prefere
shell-more-actions = Mais
shell-weekend = Fim de semana
shell-place-failed = Não deu certo nesse lugar. Escolha outro.

## The terminal shell

terminal-saved = Tudo salvo
terminal-name = Nome
terminal-org = Organização
terminal-role = Cargo
terminal-event = Evento
terminal-preferred = de preferência
terminal-refused = por aqui não
terminal-i-owe = Prometi
terminal-they-owe = Me prometeu
terminal-kept = cumprida
terminal-subject = Assunto
terminal-custom = O usual
terminal-add = A acrescentar
terminal-noted = Você anotou
terminal-send-anyway = Para enviar assim mesmo, diga por quê: justmet draft { $who } --because "…"
terminal-reason = Motivo
terminal-notes = Notas
terminal-line = Linha
terminal-unsure = a verificar
terminal-reminder = Lembrete
terminal-no-reminder = nenhum, como você pediu
terminal-no-desktop = nenhuma área de trabalho mostra notificações aqui; o que vence é impresso
terminal-weekend = Fim de semana
terminal-weekend-of-region = o da sua região
terminal-days-off = Dias de folga
terminal-no-days-off = nenhum
terminal-offer-deletion = Propor esquecer
terminal-offer-off = A proposta está desligada. Para ser consultado uma vez sobre quem ficou um ano sem retorno: justmet settings --offer-deletion 12
terminal-offer-nobody = Ninguém a propor.
terminal-offer-how = Para manter alguém: justmet offer --keep 1; todos: justmet offer --keep-all; para esquecer alguém: justmet forget 1
terminal-offer-look = { $offer } justmet offer
terminal-offer-kept = Mantido. A pergunta não volta.
terminal-offer-kept-all = Todos foram mantidos. A pergunta não volta.
terminal-offer-more = { $count ->
    [one] Mais uma pessoa vem depois destas respostas.
   *[other] Mais { $count } vêm depois destas respostas.
}
terminal-ended = encerrado
terminal-hint = Aviso
terminal-undo = Para desfazer em até { $seconds } s: justmet undo
terminal-due-now = Para agora
terminal-next = A seguir
terminal-column-number = #
terminal-column-name = Nome
terminal-column-org = Organização
terminal-column-what = O quê
terminal-column-event = Evento
terminal-column-channel = Escrever por
terminal-column-when = Quando
terminal-column-met = Encontro
terminal-column-found = Achado em
terminal-nobody = Ninguém ainda. Experimente: justmet add "Priya, Acme, prefere WhatsApp +1 514 555 0142"
terminal-no-hit = Ninguém corresponde a “{ $text }”. Para adicionar essa pessoa: justmet add "{ $text }"
terminal-nobody-matches = Ninguém corresponde a “{ $text }”.
terminal-more = Há mais: justmet list --all
terminal-more-found = Há mais: acrescente uma palavra.
terminal-several = “{ $text }” pode ser mais de uma pessoa; diga qual pelo número:
terminal-unknown-who = ninguém corresponde a “{ $text }”; procure a pessoa com “justmet search” ou “justmet list”
terminal-empty-search = diga o que procurar: parte de um nome, “evento:rustconf”, “conheci:2026-11”
terminal-unknown-channel = “{ $text }” não é um canal; use um destes: { $known }
terminal-unknown-number = não há número { $text } na última lista; execute antes “justmet list”
terminal-no-open-follow-up = não há lembrete em aberto para { $name }
terminal-no-such-promise = não há promessa aberta “{ $text }”; as abertas são: { $known }
terminal-forget-sure = Esquecer { $name } para sempre? Não há como voltar atrás. [y/N]
terminal-forgotten-elsewhere = Backups e exportações feitos antes ainda contêm esta pessoa.
terminal-restore-sure = Trocar as { $count } pessoas daqui pelas da cópia? [y/N]
terminal-not-done = Nada foi alterado.
terminal-passphrase = Frase secreta:
terminal-passphrase-again = Outra vez:
terminal-passphrases-differ = as duas frases secretas são diferentes; tente de novo
terminal-passphrase-unread = não é possível pedir uma frase secreta aqui; ponha-a em um arquivo para --passphrase-file, ou em JUSTMET_PASSPHRASE
terminal-file-unread = o arquivo não pode ser lido ({ $detail }); verifique o nome e as permissões
terminal-unwritten = não foi possível escrever ({ $detail }); verifique a pasta e o espaço livre
terminal-input-not-utf8 = a entrada padrão não é texto UTF-8; converta-a antes, por exemplo com iconv
terminal-input-unread = a entrada padrão não pode ser lida ({ $detail }); tente com um arquivo
terminal-exported = Exportado para { $file }.
terminal-contacts = Pessoas
terminal-encounters = Encontros
terminal-open-follow-ups = Retornos em aberto
terminal-forgotten = Esquecidas
terminal-size = Tamanho
terminal-schema = Esquema
terminal-could-not = “{ $doing }” não deu certo: { $error }
