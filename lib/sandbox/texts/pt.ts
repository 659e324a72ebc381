import type { Pack } from "./pack";

export const pt: Pack = {
  code: "pt",
  locale: "pt-PT",
  direction: "ltr",
  replyPrefix: "Re: ",
  subjects: [
    "Quanto gasta {machine} ao domingo",
    "{company}: energia por máquina",
    "Uma pergunta sobre {city}",
    "{kw} kW para ninguém",
    "Medir sem parar a linha",
    "A lista de segunda-feira",
  ],
  machines: [
    "o compressor",
    "o chiller",
    "o segundo forno",
    "a lavadora",
    "a extrusora",
    "a bomba de vácuo",
    "a linha de pintura",
    "a prensa do pavilhão 2",
    "o secador de ar",
  ],
  days: ["segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira"],
  hello: ["Olá {first},", "Bom dia {first},", "Boa tarde {first},"],
  helloBack: ["Olá {me},", "Bom dia,", "Boa tarde {me},", ""],
  bye: ["Cumprimentos,\n{mine}", "Um abraço,\n{me}", "Obrigado e até breve,\n{me}"],
  byeBack: [
    "Cumprimentos,\n{name}",
    "Com os melhores cumprimentos\n{name}\n{title}\n{company}",
    "{first}",
    "Abraço,\n{first}",
  ],
  attribution: "Em {date}, {author} escreveu:",
  sentFromPhone: "Enviado do meu telemóvel",
  cold: [
    `[Medimos isto em {refCity} no mês passado:|Um número de {refCity} que não me sai da cabeça:] {machine} puxava {kw} kW [a noite inteira|todos os fins de semana] [sem produzir nada|com a fábrica fechada]. [Ninguém sabia,|Era assim há três anos,] porque o contador geral só dá um total.¶A Wattlark faz pinças que se colocam num cabo num minuto. [Sem parar a produção e sem tocar na vossa rede.|Sem paragem, com ligação móvel própria.] Depois sabe-se quanto custa cada máquina por hora, [a trabalhar e em vazio|parada e em marcha].¶[Posso enviar um exemplo?|{day} às {time} daria para um quarto de hora?|É consigo este tema na {company}?]`,
    `[Sabe quanto consome a fábrica de {city} ao domingo?|Pergunta rápida: quanto gasta {machine} ao domingo?] [Quase todos respondem por baixo.|Na {refCompany} eram {eur}.]¶[Os medidores ficam montados numa manhã|Numa manhã ficam montados os medidores] e na segunda-feira chega uma lista, [do mais caro ao mais barato|ordenada em euros]. [É normal sobrarem {pct} %.|]¶[Envio-lhe uma, sem nomes?|Quer ver uma?]`,
  ],
  nudges: [
    `[Volto só uma vez ao assunto,|Uma nota mais,] {first}: [{day} estamos em {refCity}|para a semana passamos por {refCity}] e podemos deixar doze medidores em {city} durante seis semanas. [São {trial}, descontados se ficarem com eles.|]`,
    `[É a última mensagem.|Não insisto mais.] [Se for com outra pessoa, basta um nome.|Um não também me serve.]`,
  ],
  theirs: {
    interested: [
      `[Vem mesmo a calhar.|O tema está em cima da mesa.] {machine} [preocupa-nos há muito|gasta demais], mas [não há números|nunca se mediu]. [Como seria um ensaio?|O que precisam de nós?]`,
      `[Mande a lista, por favor.|Sim, quero ver.] [Temos {sites} pavilhões.|A fatura subiu {pct} % e ninguém explica.]`,
    ],
    meeting: [
      `[Pode ser,|Combinado,] {day} às {time}. [Inclua {colleague} no convite.|Envie o convite, por favor.]`,
      `[Venham cá a {city},|Prefiro mostrar a fábrica,] {day2} [de manhã|às {time2}]. Tragam calçado de segurança.`,
    ],
    info: [
      `@price [Qual é o preço para {kw} pontos?|Pode orçamentar {kw} pontos?] [Aluguer ou compra?|Há fidelização?] [Onde ficam os dados?|]`,
      `@erp [Liga com {erp}?|Usamos {erp}, existe ligação?] [Um ficheiro por noite chega.|E a precisão?]`,
    ],
    not: [
      `[Obrigado, mas não temos interesse.|Não, obrigado.] [Já temos fornecedor.|Não há orçamento este ano.]`,
      `Agora não. [A fábrica de {city} vai fechar.|Estamos em obras até ao verão.]`,
    ],
    dnc: [`[Retire-me da lista, por favor.|Apague os meus dados.] [Não autorizei isto.|Aguardo confirmação.]`],
    wrong: [`[Não é comigo.|Não trato desse assunto.] Fale com {colleague}: {colleagueAddress}.`],
    none: [`[Recebido, vou encaminhar.|Encaminhado para a manutenção.]`, `O seu pedido ficou com o número {kwh}.`],
  },
  ours: {
    interested: [
      `[Obrigado pela resposta.|Boa notícia.] [É simples:|Fazemos assim:] doze medidores, seis semanas, {trial}, descontados se continuarem. [Precisamos de alguém com a chave dos quadros, uma manhã.|]¶Escolhemos as máquinas {day} às {time}?`,
    ],
    meeting: [`[Fica marcado,|Combinado,] {day} às {time}. [O convite segue já.|Vai receber o convite.]`],
    info: [
      `?price [Em resumo:|Por ordem:] 19 euros por ponto e mês, tudo incluído, [menos {pct} % para {kw} pontos|sem instalação]. Os dados ficam em Frankfurt e [a vossa rede não é tocada|a comunicação é nossa]. [Segue a ficha técnica.|Precisão de 1 % a partir de 5 A.]`,
      `?erp [O {erp} lê um ficheiro por noite|Com o {erp} funciona por ficheiro], [uma linha por máquina|o modelo já existe]. [Precisão de 1 % a partir de 5 A.|Há também uma interface aberta.]`,
    ],
    not: [`[Obrigado pela clareza.|Percebido.] [Não insisto.|Fecho o assunto.]`],
    wrong: [`[Obrigado pela indicação.|Obrigado, {first}.] Escrevo a {colleague} [hoje|da sua parte].`],
  },
  next: {
    agree: [`[Está bem,|Serve,] {day} às {time}. [Mande a proposta em nome da {company}.|Preparo o esquema elétrico.]`],
    question: [
      `@signal [Mais uma dúvida:|Obrigado. E] o que acontece sem rede móvel? [O pavilhão velho tem paredes grossas.|]`,
      `@stop E se ao fim das seis semanas não quisermos ficar com eles?`,
    ],
    internal: [`[Vou falar com {colleague}|Levo à reunião de {day}] e digo alguma coisa.`],
    thanks: [`[Recebido, obrigado.|Muito obrigado.] [Até {day}.|]`],
    later: [`[Temos de adiar,|Infelizmente não dá,] {machine} avariou. Pode ser {day} às {time}?`],
    colleague: [
      `[{boss} pediu-me que respondesse.|Respondo por {boss}.] [Os quadros são de 1987.|Temos {kw} saídas, metade mal identificadas.] Que espaço precisam entre fases?`,
    ],
  },
  onward: {
    agree: [`[Marcado.|Ótimo.] A proposta [segue dentro de uma hora|vai em anexo].`],
    question: [
      `?signal [Boa pergunta.|É frequente.] O gateway pode ficar a oitenta metros e os medidores guardam catorze dias.`,
      `?stop [Boa pergunta.|É frequente.] Devolvem na mesma caixa, o transporte é nosso.`,
    ],
    internal: [`[Sem pressa.|Obrigado por levar o assunto.] Fico à espera.`],
    later: [`[Claro,|Sem problema,] {day} às {time}.`],
    colleague: [
      `[Obrigado, {first}.|Bem-vindo à conversa, {first}.] Catorze milímetros para a pinça, oito para a flexível.`,
    ],
  },
  outOfOffice: ["Estarei ausente até {until}. Em caso de urgência contacte {colleague} ({colleagueAddress})."],
  outOfOfficeSubject: "Resposta automática: {subject}",
};
