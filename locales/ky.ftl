### Террикон, кыргызча. Файл серверге да, картага да орток.

## Тилдер, ар бири өз аты менен

language-en = English
language-ru = Русский
language-kk = Қазақша
language-ky = Кыргызча

## Барак

app-title = Террикон
app-subtitle = Булгануу очоктору
app-description = Казакстан менен Кыргызстандагы булгануу очокторунун картасы: ар бир сандын булагы көрсөтүлгөн
skip-to-list = Картаны өткөрүп, тизмеге өтүү
language-label = Тил
theme-label = Түстөр
theme-auto = Түзмөктөгүдөй
theme-light = Ачык
theme-dark = Күңүрт
loading = Жүктөлүүдө…
close = Жабуу
release-label = Маалыматтын чыгарылышы

## Көрүнүштөр

view-label = Көрүнүш
view-map = Белгилер
view-list = Тизме
view-map-hint = Карта жана анын шарттуу белгилери
view-list-hint = Ошол эле жерлер тизме түрүндө

## Очоктун түрлөрү: жеке жана топ

kind-tailings = Калдык сактагыч
kind-dump = Таштанды же үйүндү жайы
kind-river = Булганган дарыя
kind-lake = Булганган көл
kind-industrial-town = Өнөр жайлуу шаар
kind-other = Башка очок
kinds-tailings = Калдык сактагычтар
kinds-dump = Таштанды жайлары
kinds-river = Дарыялар
kinds-lake = Көлдөр
kinds-industrial-town = Шаарлар
kinds-other = Башкалар

## Чыпка

filter-kinds-label = Очоктун түрлөрү
filter-oblast-label = Облус
filter-oblast-all = Бардык облустар
filter-clear = Чыпканы тазалоо
country-kz = Казакстан
country-kg = Кыргызстан

## Издөө

search-label = Издөө
search-placeholder = Шаар, дарыя, ишкана…
search-clear = Издөөнү тазалоо
search-none = «{ $query }» боюнча эч нерсе табылган жок. Башкача жазып көрүңүз: аталыштар төрт тилде жана латын тамгасы менен изделет.
search-count = { $count } натыйжа
search-type-hotspot = очок
search-type-settlement = калктуу конуш
search-type-oblast = облус
search-type-raion = район
search-type-river = дарыя
search-type-lake = көл

## Карта

map-label = Булгануу очокторунун картасы. Жылдыруу үчүн жебе баскычтары, масштаб үчүн плюс жана минус. Ошол эле жерлер тизмеде да бар.
map-zoom-in = Жакындатуу
map-zoom-out = Алыстатуу
map-home = Эки өлкөнү тең көрсөтүү
map-failed = Бул түзмөк картаны тарта албайт. Ошол эле жерлер тизмеде да бар.
map-attribution = Маалымат булактары

## Шарттуу белгилер

legend-filled = Боёлгон: фактынын булагы бар
legend-outline = Сызыгы гана: текшерилген эмес
legend-accuracy = Күңүрт тегерек: жер ошонун ичинде
legend-cluster = Ичинде саны бар шакек: жанаша жерлердин саны
legend-shape = Сызык же аймак: булганган жердин өзү
legend-unverified-note = «Текшерилген эмес» дегени: окууга боло турган булак бизде азырынча жок. Бул факты эмес, текшерүүгө себеп.

## Тизме

list-title = Очоктор
list-count = { $count } очок
list-sort-label = Тартиби
list-sort-name = аталышы боюнча
list-sort-oblast = облусу боюнча
list-sort-distance = картанын ортосунан алыстыгы
list-empty = Бул чыпкага ылайык очок жок.
list-empty-hint = Башка облус же түр тандаңыз же чыпканы тазалаңыз.
list-none = Бул чыгарылышта азырынча очоктор жок.
distance-km = { $distance } км
distance-m = { $distance } м

## Очок жөнүндө

panel-label = Ушул очок жөнүндө
panel-raion = Район: { $name }
panel-note = Эскертүү
panel-status = Абалы
panel-pollutants = Булгоочу заттар
panel-position = Так кайсы жерде
panel-coordinates = Координаттары
panel-copy-coordinates = Координаттарды көчүрүү
panel-copy-link = Шилтемени көчүрүү
panel-copied = Көчүрүлдү
panel-copy-failed = Көчүрүү мүмкүн болгон жок
panel-link = Туруктуу шилтеме
panel-cite = Кантип шилтеме берүү керек
panel-citation = Террикон. { $name } ({ $id }). Маалыматтын чыгарылышы { $release }. { $url }
panel-copy-citation = Цитата үчүн текстти көчүрүү
panel-claims = Ким, качан, эмне дейт
panel-people = Адамдар
panel-people-note = Булактардын баасы; эл каттоо боюнча эсептелген эмес.
panel-no-claims = Бул жер боюнча санды азырынча бир да булак берген жок.
panel-shown-in = көрсөтүлгөн тили: { $language }
panel-zoom = Картадан көрсөтүү
position-site = Бул объекттин өзүнүн орду
position-digitised = Орду картадан же сүрөттөн кол менен түшүрүлгөн
position-town-centroid = Бул объекттин өзү эмес, калктуу конуштун борбору
position-area-centroid = Бул чоң аймактын ортосу
position-badge = орду ± { $distance }
position-source = Ордунун булагы: { $source }
trust-sourced = булагы бар
trust-partly = жарым-жартылай тастыкталган
trust-unverified = текшерилген эмес
trust-sourced-note = Фактылардын да, ордунун да окууга боло турган булагы бар.
trust-partly-note = Фактылардын же ордунун гана булагы бар, экөөнүн тең эмес.
trust-unverified-note = Булагын али окуй элекпиз. Бул факты эмес, текшерүүгө себеп.

## Булактар айткандар

claim-conflict = Булактар ар башка айтат, ар кандай маанилердин саны: { $count }
claim-year = жылы: { $year }
claim-year-unknown = жылы көрсөтүлгөн эмес
claim-unverified = текшерилген эмес
claim-source-unknown = булагы көрсөтүлгөн эмес
claim-opens-source = булагы ачылат

## Телефондогу такта

sheet-label = Тактанын бийиктиги
sheet-raise = Тактаны көтөрүү
sheet-lower = Тактаны түшүрүү
sheet-peek = жапыз
sheet-half = экрандын жарымы
sheet-full = бүткүл экран

## Бир нерсе болбой калса

problem-retry = Кайра аракет кылуу
problem-offline = Сервер менен байланыш жок. Интернетти текшерип, кайра аракет кылыңыз.
problem-not-found = Бул чыгарылышта андай жер жок. Аты өзгөргөн болушу мүмкүн: издеп көрүңүз.
problem-bad-request = Барактын дарегинде биз түшүнбөгөн нерсе бар: { $parameter }. Чыпканы тазалап, кайра аракет кылыңыз.
problem-bad-request-plain = Барактын дарегинде биз түшүнбөгөн нерсе бар. Чыпканы тазалап, кайра аракет кылыңыз.
problem-too-many = Суроо-талап өтө көп. Бир мүнөт күтүп, кайра аракет кылыңыз.
problem-unavailable = Маалымат жүктөлүп же жаңыртылып жатат. Бир мүнөттөн кийин кайра аракет кылыңыз.
problem-server = Серверде ката кетти. Сизде күнөө жок: бир аздан кийин кайра аракет кылыңыз.
problem-timeout = Сервер убагында жооп берген жок. Кайра аракет кылыңыз.
problem-tiles = Картанын бир бөлүгү жүктөлгөн жок.
