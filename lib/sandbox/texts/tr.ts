import type { Pack } from "./pack";

export const tr: Pack = {
  code: "tr",
  locale: "tr-TR",
  direction: "ltr",
  replyPrefix: "Ynt: ",
  subjects: [
    "Pazar günü {machine} ne harcıyor",
    "{company}: makine başına enerji",
    "Kısa bir soru: {city}",
    "Kimse için {kw} kW",
    "Durdurmadan ölçüm",
    "Pazartesi listesi",
  ],
  machines: [
    "kompresör",
    "soğutma grubu",
    "ikinci fırın",
    "şişe yıkama",
    "ekstruder",
    "vakum pompası",
    "boyahane",
    "iki numaralı pres",
    "hava kurutucu",
  ],
  days: ["pazartesi", "salı", "çarşamba", "perşembe", "cuma"],
  hello: ["Merhaba {first},", "Sayın {name},", "İyi günler {first},"],
  helloBack: ["Merhaba {me},", "Merhaba,", "İyi günler,", ""],
  bye: ["Saygılarımla,\n{mine}", "İyi çalışmalar,\n{mine}", "Selamlar,\n{me}"],
  byeBack: ["Saygılarımla,\n{name}", "İyi çalışmalar\n{name}\n{title}\n{company}", "{first}", "Teşekkürler,\n{name}"],
  attribution: "{author}, {date} tarihinde şunu yazdı:",
  sentFromPhone: "Telefonumdan gönderildi",
  cold: [
    `[Geçen ay bir tesiste şunu ölçtük:|Aklımdan çıkmayan bir sayı:] {machine} [bütün gece|her hafta sonu] {kw} kW çekiyordu ve [hiçbir şey üretilmiyordu|kapılar kapalıydı]. [Kimse fark etmemişti,|Üç yıldır böyleymiş,] çünkü ana sayaç yalnızca tek bir toplam gösteriyor.¶Wattlark, bir kabloya bir dakikada takılan ölçüm kelepçeleri yapıyor. [Elektrik kesilmiyor, ağınıza hiçbir şey bağlanmıyor.|Duruş yok, kendi mobil hattı var.] Sonra her makinenin saatlik maliyetini [çalışırken ve boşta|ayrı ayrı] görüyorsunuz.¶[Bir örnek göndereyim mi?|{day} saat {time} kısa bir görüşme için uygun mu?|Bu konu {company} tarafında sizde mi?]`,
    `[Tesisinizin pazar günü ne harcadığını biliyor musunuz?|Kısa bir soru: pazar günü {machine} ne kadar çekiyor?] [Çoğu kişi düşük tahmin ediyor.|Bir müşterimizde {eur} çıktı.]¶Kelepçeler bir sabahta takılıyor, pazartesi günü [en pahalıdan başlayan bir liste|tutara göre sıralı bir liste] geliyor. [Genellikle yüzde {pct} kapatılabiliyor.|]¶[İsimsiz bir örnek ister misiniz?|Bir örnek gönderebilirim.]`,
  ],
  nudges: [
    `[Bir kez daha yazıyorum|Küçük bir ek], {first}: on iki kelepçeyi altı haftalığına bırakabiliriz, {trial}, devam ederseniz düşülür. [İlk liste bir hafta sonra elinizde.|]`,
    `[Bu son mesajım.|Daha fazla rahatsız etmeyeceğim.] [Başka biri ilgileniyorsa bir isim yeterli.|Kısa bir hayır da yeter.]`,
  ],
  theirs: {
    interested: [
      `[Tam zamanında yazdınız.|Dün bunu konuşuyorduk.] {machine} [uzun zamandır şüpheli|çok harcıyor], ama [elimizde rakam yok|kimse ölçmedi]. [Deneme nasıl oluyor?|Bizden ne gerekiyor?]`,
      `[Listeyi gönderin lütfen.|Evet, örneği görmek isterim.] [{sites} hangarımız var.|Fatura yüzde {pct} arttı, nedenini bilen yok.]`,
    ],
    meeting: [
      `[Olur,|Tamam,] {day} saat {time}. [{colleague} da katılsın.|Davet gönderin lütfen.]`,
      `[Buraya gelin,|Yerinde görüşelim,] {day2} saat {time2}. İş ayakkabısı şart.`,
    ],
    info: [
      `@price [{kw} nokta için fiyat nedir?|{kw} nokta için teklif alabilir miyim?] [Kiralama mı, satın alma mı?|Sözleşme süresi ne kadar?] [Veriler nerede duruyor?|]`,
      `@erp [{erp} ile çalışıyor mu?|{erp} kullanıyoruz, bağlantı var mı?] [Günde bir dosya yeter.|Doğruluk ne kadar?]`,
    ],
    not: [`[Teşekkürler, ilgilenmiyoruz.|Hayır, teşekkürler.] [Başka bir firmayla çalışıyoruz.|Bu yıl bütçe yok.]`],
    dnc: [`[Lütfen beni listeden çıkarın.|Bilgilerimi silin lütfen.] [Böyle bir talebim olmadı.|]`],
    wrong: [`[Bu konu bende değil.|Yanlış kişiye yazdınız.] {colleague} ilgileniyor: {colleagueAddress}.`],
    none: [`[İlgili birime ilettim.|Alındı, iletiyorum.]`, `Talebiniz {kwh} numarasıyla kaydedildi.`],
  },
  ours: {
    interested: [
      `[Cevabınız için teşekkürler.|Sevindim.] [Süreç kısa:|Şöyle oluyor:] on iki kelepçe, altı hafta, {trial}, devam ederseniz düşülür. [Pano anahtarı olan biri bir sabah yeter.|]¶Makineleri {day} saat {time} birlikte seçelim mi?`,
    ],
    meeting: [
      `[Not aldım:|Memnuniyetle:] {day} saat {time}. [Davet birazdan gelir.|Slayt yok, çalışan bir tesis göstereceğim.]`,
    ],
    info: [
      `?price [Kısaca:|Sırayla:] nokta başına ayda 19 avro, her şey dahil, [{kw} noktada yüzde {pct} indirim|kurulum ücreti yok]. Veriler Frankfurt'ta, [ağınıza dokunulmuyor|cihazın kendi hattı var]. [Bilgi sayfası ekte.|Doğruluk 5 A üzerinde yüzde 1.]`,
      `?erp [{erp} her gece bir dosya okuyor|{erp} ile bağlantı gece dosyasıyla oluyor], [makine başına bir satır|şablonu hazır]. [Doğruluk 5 A üzerinde yüzde 1.|Açık bir arayüz de var.]`,
    ],
    not: [`[Açık cevabınız için teşekkürler.|Anladım.] [Tekrar yazmayacağım.|Konuyu kapatıyorum.]`],
    wrong: [
      `[Yönlendirdiğiniz için teşekkürler.|Teşekkürler {first}.] {colleagueAddress} adresine [bugün|hemen] yazıyorum.`,
    ],
  },
  next: {
    agree: [`[Uygun,|Tamam,] {day} saat {time}. [Teklifi {company} adına hazırlayın.|Tek hat şemasını hazırlıyorum.]`],
    question: [
      `@signal [Bir şey daha:|Teşekkürler. Peki] hat çekmezse ne oluyor? [Eski hangarın duvarları kalın.|]`,
      `@stop Altı hafta sonunda vazgeçersek?`,
    ],
    internal: [`[{colleague} ile konuşup|{day} toplantısında görüşüp] döneceğim.`],
    thanks: [`[Aldım, teşekkürler.|Çok teşekkürler.] [Görüşürüz.|]`],
    later: [`[Ertelememiz gerekiyor,|Maalesef olmuyor,] {machine} arızalandı. {day} saat {time} olur mu?`],
    colleague: [
      `[{boss} bana yönlendirdi.|{boss} adına yazıyorum.] [Panolar 1987'den kalma.|{kw} çıkışımız var, yarısı yanlış etiketli.] Fazlar arasında ne kadar boşluk gerekiyor?`,
    ],
  },
  onward: {
    agree: [`[Not aldım.|Harika.] Teklif [bir saat içinde geliyor|ekte].`],
    question: [
      `?signal [Güzel soru.|Sık soruluyor.] Cihaz seksen metre ötede durabilir, kelepçeler on dört günü saklar.`,
      `?stop [Güzel soru.|Sık soruluyor.] Kutuyla geri gönderiyorsunuz, kargo bizden.`,
    ],
    internal: [`[Acelesi yok.|Teşekkürler.] Haberinizi bekliyorum.`],
    later: [`[Tabii,|Sorun değil,] {day} saat {time}.`],
    colleague: [`[Teşekkürler {first}.|Memnun oldum {first}.] Kelepçe için on dört, halka için sekiz milimetre.`],
  },
  outOfOffice: ["{until} tarihine kadar ofis dışındayım. Acil durumlarda: {colleague} ({colleagueAddress})."],
  outOfOfficeSubject: "Otomatik yanıt: {subject}",
};
