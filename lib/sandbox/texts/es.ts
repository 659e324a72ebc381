import type { Pack } from "./pack";

export const es: Pack = {
  code: "es",
  locale: "es-ES",
  direction: "ltr",
  replyPrefix: "RE: ",
  subjects: [
    "Lo que gasta {machine} un domingo",
    "{company}: consumo por máquina",
    "Una pregunta sobre {city}",
    "{kw} kW para nadie",
    "Medir sin parar la línea",
    "La lista de los lunes",
    "Aire comprimido de madrugada",
  ],
  machines: [
    "el compresor",
    "la enfriadora",
    "el segundo horno",
    "la lavadora de botellas",
    "la extrusora",
    "la bomba de vacío",
    "la cabina de pintura",
    "el túnel de frío",
    "la prensa de la nave 2",
    "el secador de aire",
  ],
  days: ["lunes", "martes", "miércoles", "jueves", "viernes"],
  hello: ["Hola, {first}:", "Buenos días, {first}:", "Buenas tardes, {first}:"],
  helloBack: ["Hola, {me}:", "Buenos días:", "Hola:", "", "Buenas tardes, {me}:"],
  bye: ["Un saludo,\n{mine}", "Saludos,\n{me}", "Gracias y un saludo,\n{mine}"],
  byeBack: [
    "Un saludo,\n{name}",
    "Saludos cordiales\n{name}\n{title}\n{company}",
    "{first}",
    "Gracias,\n{name}",
    "Slds.\n{name}",
  ],
  attribution: "El {date}, {author} escribió:",
  sentFromPhone: "Enviado desde mi teléfono",
  cold: [
    `[Un dato que medimos en {refCity} el mes pasado:|Esto lo vimos en {refCity}:] {machine} consumía {kw} kW [toda la noche|todos los fines de semana] [sin fabricar nada|con la planta cerrada]. [Nadie lo sabía,|Llevaba así tres años,] porque el contador general solo da un total.¶Wattlark hace pinzas que se ponen en un cable en un minuto. [Sin cortar la corriente y sin entrar en su red.|Sin parada, sin electricista, con su propia conexión móvil.] [Después se sabe|Con eso se ve] lo que cuesta cada máquina por hora, [trabajando y en vacío|parada y en marcha].¶[¿Le envío un ejemplo?|¿Le vendría bien el {day} a las {time}?|¿Lleva usted este tema en {company}?]`,
    `[¿Sabe cuánto consume la planta de {city} un domingo?|Una pregunta corta: ¿cuánto gasta {machine} un domingo?] [Casi todos contestan menos de lo que es.|En {refCompany} eran {eur}, con las puertas cerradas.]¶[Ponemos los medidores en una mañana|En una mañana quedan puestos los medidores] y el lunes [tiene una lista, de lo más caro a lo más barato|llega una lista ordenada en euros]. [Lo normal es que sobre un {pct} %.|En naves como la suya sobra un {pct} %.]¶[Si quiere, le mando una lista sin nombres.|¿Le interesa ver una?]`,
  ],
  nudges: [
    `[Vuelvo sobre mi mensaje anterior,|Solo una vez más,] {first}: el {day} estaremos en {refCity} y [podríamos acercarnos a {city} con una maleta de medidores|podemos dejarles doce medidores seis semanas]. [Cuesta {trial} y se descuenta si siguen.|La primera lista llega a la semana.]`,
    `[No insisto más.|Este es mi último correo.] [Si no es el momento, me basta un no.|Si lo lleva otra persona, un nombre me basta.]`,
  ],
  theirs: {
    interested: [
      `[Llega en buen momento.|Justo hablábamos de esto.] {machine} [nos tiene preocupados|gasta más de lo que debe], pero [no tenemos datos|nadie lo ha medido]. [¿Cómo sería una prueba?|¿Qué necesitan de nosotros?]`,
      `[Mándeme la lista, por favor.|Sí, quiero ver el ejemplo.] [Tenemos {sites} naves y dos turnos.|La factura ha subido un {pct} % y nadie sabe por qué.]`,
    ],
    meeting: [
      `[De acuerdo,|Perfecto,] el {day} a las {time}. [Mande la invitación también a {colleague}.|Envíe el enlace, por favor.] [Media hora, como mucho.|]`,
      `[¿Por qué no vienen a {city}?|Mejor en la planta.] El {day2} [por la mañana|a las {time2}] [estoy libre|hay poca gente]. Traigan calzado de seguridad.`,
    ],
    info: [
      `@price [¿Qué precio tiene para {kw} puntos?|¿Me pasa un presupuesto para {kw} puntos?] [¿Es compra o alquiler?|¿Hay permanencia?] [¿Dónde se guardan los datos?|]`,
      `@erp [¿Se conecta con {erp}?|Usamos {erp}, ¿hay conexión?] [Con un fichero diario nos vale.|¿Y qué precisión tiene?]`,
    ],
    not: [
      `[Gracias, pero no nos interesa.|No, gracias.] [Ya tenemos otro proveedor.|Este año no hay presupuesto.]`,
      `[No es el momento:|Ahora no:] [cerramos la planta de {city}|la luz la paga la propiedad]. [Suerte.|]`,
    ],
    dnc: [
      `[Por favor, bórreme de la lista.|Elimine mis datos, por favor.] [No he pedido esto.|Espero su confirmación.]`,
      `Baja.`,
    ],
    wrong: [
      `[No llevo yo ese tema.|Se ha equivocado de persona.] Hable con {colleague}: {colleagueAddress}.`,
      `[{name} ya no trabaja aquí.|{name} se jubiló.] [Escriba a {colleagueAddress}.|Se lo paso a {colleague}.]`,
    ],
    none: [`[Recibido, lo paso a mantenimiento.|Reenviado.]`, `Su solicitud tiene el número {kwh}.`],
  },
  ours: {
    interested: [
      `[Gracias por contestar.|Me alegro.] [El camino es corto:|Sería así:] doce medidores, seis semanas, {trial} que se descuentan si siguen. [Solo hace falta alguien con la llave de los cuadros una mañana.|Por su parte, una mañana.]¶¿Elegimos las máquinas el {day} a las {time}?`,
    ],
    meeting: [
      `[Apuntado:|Hecho:] {day} a las {time}. [La invitación sale ahora.|Le llega la invitación.] [Enseño una planta en marcha, sin diapositivas.|]`,
    ],
    info: [
      `?price [En breve:|Por orden:] 19 euros por punto y mes, todo incluido, [con un {pct} % de descuento para {kw} puntos|sin alta]. Los datos están en Fráncfort y [su red no se toca|la pasarela lleva su propia tarjeta]. [Adjunto la ficha para informática.|Precisión del 1 % desde 5 A.]`,
      `?erp [{erp} recoge un fichero cada noche|Con {erp} va por fichero nocturno], [una línea por máquina|la plantilla ya la tenemos]. [Precisión del 1 % desde 5 A.|También hay una interfaz abierta.]`,
    ],
    not: [`[Gracias por la claridad.|Entendido, gracias.] [No insisto más.|Lo cierro por mi parte.]`],
    wrong: [`[Gracias por la indicación.|Gracias, {first}.] Escribo a {colleague} [de su parte|hoy mismo].`],
  },
  next: {
    agree: [
      `[Nos va bien,|De acuerdo,] el {day} a las {time}. [Prepare la oferta a nombre de {company}.|Tendré el esquema unifilar.]`,
      `[Adelante,|Venga,] {machine} primero. [Hasta {eur} firmo yo.|Entrega en el taller, por favor.]`,
    ],
    question: [
      `@signal [Una duda más:|Gracias. Otra cosa:] ¿qué pasa si no hay cobertura? [La nave vieja tiene muros gruesos.|]`,
      `@stop ¿Y si a las seis semanas no seguimos?`,
    ],
    internal: [`[Lo comento con {colleague}|Lo llevo a la reunión del {day}] y le digo algo.`],
    thanks: [`[Recibido, gracias.|Muchas gracias.] [Hasta el {day}.|Lo leo esta noche.]`],
    later: [`[Hay que cambiarlo:|Lo siento:] {machine} está averiada. ¿Puede ser el {day} a las {time}?`],
    colleague: [
      `[{boss} está de viaje y contesto yo.|Me encargo yo, me lo pide {boss}.] [Los cuadros son de 1987 y hay poco sitio.|Tenemos {kw} salidas, la mitad mal rotuladas.] ¿Cuánto espacio necesitan entre fases?`,
    ],
  },
  onward: {
    agree: [`[Apuntado.|Estupendo.] La oferta [sale en una hora|va adjunta]. Hasta el {day}.`],
    question: [
      `?signal [Buena pregunta.|Nos lo preguntan mucho.] La pasarela puede estar a ochenta metros y los medidores guardan catorce días.`,
      `?stop [Buena pregunta.|Nos lo preguntan mucho.] Nos los devuelven en la misma caja, el porte es nuestro.`,
    ],
    internal: [`[Sin prisa.|Gracias por llevarlo.] Quedo a la espera.`],
    later: [`[Claro que sí,|Sin problema,] el {day} a las {time}.`],
    colleague: [
      `[Gracias por tomarlo, {first}.|Encantada, {first}.] Catorce milímetros la pinza y ocho la flexible. Nadie abre un cuadro sin usted.`,
    ],
  },
  outOfOffice: [
    "Estaré fuera de la oficina hasta el {until}. Para asuntos urgentes, escriba a {colleague} ({colleagueAddress}).",
    "Gracias por su mensaje. Estoy de vacaciones y vuelvo el {until}.",
  ],
  outOfOfficeSubject: "Respuesta automática: {subject}",
};
