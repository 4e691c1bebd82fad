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
near-me = Менин жанымда эмне бар?
near-me-asking = Түзмөктөн кайда экениңиз суралууда…
near-me-denied = Браузерге ордуңузду айтууга уруксат жок. Шаарыңыздын атын жазыңыз.
near-me-failed = Түзмөк ордуңузду аныктай алган жок. Шаарыңыздын атын жазыңыз.

## Карта

map-label = Булгануу очокторунун картасы. Жылдыруу үчүн жебе баскычтары, масштаб үчүн плюс жана минус. Ошол эле жерлер тизмеде да бар.
map-zoom-in = Жакындатуу
map-zoom-out = Алыстатуу
map-home = Эки өлкөнү тең көрсөтүү
map-failed = Бул түзмөк картаны тарта албайт. Ошол эле жерлер тизмеде да бар.
map-attribution = Маалымат булактары

# Картанын маалыматы, /style.json атагандай
attribution-base = Облустар менен райондор: OCHA COD-AB, <a href="https://github.com/arodionoff/geokz">geokz</a> (CC BY 4.0), <a href="https://whosonfirst.org/">Who’s On First</a> (<a href="https://whosonfirst.org/docs/licenses/">лицензиясы</a>). Калктуу конуштар: Who’s On First, <a href="https://www.geonames.org/">GeoNames</a> (CC BY 4.0), Quattroshapes (CC BY). Суулар жана коңшулар: <a href="https://www.naturalearthdata.com/">Natural Earth</a>.
attribution-hotspots = Очоктор: Террикон, { $release } чыгарылышы.
attribution-facilities = Ишканалар: <a href="https://globalenergymonitor.org/">Global Energy Monitor</a>, <a href="https://github.com/wri/global-power-plant-database">World Resources Institute</a> (CC BY 4.0), өзгөртүүлөр менен.

## Шарттуу белгилер

legend-filled = Боёлгон: фактынын булагы бар
legend-outline = Сызыгы гана: текшерилген эмес
legend-imprecise = Шакектеги кичинеси: орду эмес, шаары же аймагы гана белгилүү
legend-accuracy = Күңүрт тегерек: жер ошонун ичинде
legend-cluster = Ичинде саны бар шакек: жанаша жерлердин саны
legend-shape = Сызык же аймак: булганган жердин өзү
legend-reach = Тегерек: ичиндеги адамдар саналган
legend-reach-outer = Айланасындагы үзүк тегерек: орду так болбогондуктан, кайга чейин жетиши мүмкүн
legend-zone-screening = Чекиттүү чет: тандалган очоктун айланасындагы аймак, салыштыруу үчүн гана
legend-zone-unverified = Үзүк сызыктуу чет, боёлгон: мыйзам боюнча аймак, туурасы текшерилген эмес
legend-zone-read = Тутас чет, боёлгон: мыйзам боюнча аймак, туурасы актыдан окулган
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
distance-about = ≈ { $distance }
distance-within = < { $distance }
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
panel-download = Жүктөп алуу
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
claim-year-about = болжол менен { $year }
claim-year-unknown = жылы көрсөтүлгөн эмес
claim-unverified = текшерилген эмес
claim-source-unknown = булагы көрсөтүлгөн эмес

## Орундун айланасындагы зоналар

zones-title = Бул орундун айланасындагы зоналар
zones-none = Мындай түрдөгү орундар үчүн зоналар белгисиз.
zone-act = { $act }, күнү: { $date }
zone-method = Аралык кантип тандалган: { $method }

# shape
zone-shape-ring = орундун айланасы
zone-shape-corridor = дарыя бойлой, эки жагы
zone-shape-shore = жээк бойлой

# basis
zone-basis-statutory = мыйзам боюнча
zone-basis-screening = салыштыруу үчүн
zone-basis-statutory-note = Муну ченемдик акт талап кылат. Чыныгы чекти ар бир орун үчүн долбоор аныктайт: бул жерде демейки маанилер.
zone-basis-screening-note = Орундарды өз ара салыштыруу үчүн тандалган. Ал булганыч канчалык алыска жетерин билдирбейт.

# verification
zone-verification-verified = туурасы булактан окулду
zone-verification-unverified = туурасы текшерилген эмес

# reason
zone-reason-width-unknown = Көрсөтүлгөн жок: акт бар, бирок анын туурасын окуй алган жокпуз, ал эми божомолдобойбуз.
zone-reason-no-shape = Көрсөтүлгөн жок: бул жерде чекит гана белгилүү, дарыянын же жээктин сызыгы белгисиз.
zone-reason-position-accuracy = Көрсөтүлгөн жок: орундун тактыгы бул зонанын туурасынан төмөн.

# rule
zone-rule-kz-szz-class-1 = Санитардык-коргоо зонасы, эгер объект коркунучтуулуктун I классында болсо
zone-rule-kz-szz-class-2 = Санитардык-коргоо зонасы, эгер объект коркунучтуулуктун II классында болсо
zone-rule-kz-szz-mine-class-1 = Кендин санитардык-коргоо зонасы, эгер ал коркунучтуулуктун I классында болсо
zone-rule-kz-water-strip-river = Дарыянын суу коргоо тилкеси, эң аз туурасы
zone-rule-kz-water-strip-lake = Көлдүн суу коргоо тилкеси, эң аз туурасы
zone-rule-kz-water-zone-river = Дарыянын суу коргоо зонасы
zone-rule-kz-water-zone-lake = Көлдүн суу коргоо зонасы
zone-rule-kg-szz = Санитардык-коргоо зонасы
zone-rule-kg-szz-mine = Кендин санитардык-коргоо зонасы
zone-rule-kg-water-zone-river = Дарыянын суу коргоо зонасы жана тилкеси
zone-rule-kg-water-zone-lake = Көлдүн суу коргоо зонасы жана тилкеси
zone-rule-screening-site = Орунга жакын жердин баары, салыштыруу үчүн
zone-rule-screening-town = Шаар жана анын айланасы, салыштыруу үчүн
zone-rule-screening-river = Булганган бөлүккө жакын жердин баары, салыштыруу үчүн
zone-rule-screening-lake = Жээкке жакын жердин баары, салыштыруу үчүн

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
problem-needs-service = Бул бөлүккө эсептеген сервис керек, ал картанын бул көчүрмөсү файлдардан гана турат.
problem-unavailable = Маалымат жүктөлүп же жаңыртылып жатат. Бир мүнөттөн кийин кайра аракет кылыңыз.
problem-server = Серверде ката кетти. Сизде күнөө жок: бир аздан кийин кайра аракет кылыңыз.
problem-timeout = Сервер убагында жооп берген жок. Кайра аракет кылыңыз.
problem-tiles = Картанын бир бөлүгү жүктөлгөн жок.

## Фактыларда кездешкен коддордун аталыштары

# property

property-activity = Жалпы активдүүлүк
property-air-pollution-rank = Булганган шаарлар арасындагы орду
property-air-posts = Абаны байкоо посттору
property-aqi = Аба сапатынын индекси (AQI)
property-area = Аянты
property-basin-area = Бассейнинин аянты
property-built-year = Башталышы
property-capacity = Кубаттуулугу
property-closed-year = Ишинин токтошу
property-coal-heated-houses = Көмүр менен жылытылган үйлөр
property-concentration = Концентрация
property-day-count = Күндөрдүн же жылдардын саны
property-dose = Доза
property-dose-rate = Дозанын кубаттуулугу
property-emissions = Абага чыгарындылар
property-emissions-limit = Чыгарындылардын чеги же планы
property-emissions-share = Чыгарындылардагы үлүшү
property-exceedances = Нормадан ашуу учурлары
property-funding = Каржылоо
property-grant = Грант
property-high-pollution-cases = Жогорку булгануу учурлары
property-iza5 = Атмосферанын булгануу индекси (ИЗА5)
property-length = Узундугу
property-limit-exceedance = Нормадан канча эсе ашуусу
property-main-sources = Булгануунун негизги булактары
property-mass = Массасы
property-mean-flow = Суунун орточо чыгымы
property-mercury-mass = Сымаптын массасы
property-operator = Оператор
property-people-affected = Жабыр тарткандар (булактын баасы)
property-pm25 = Абадагы PM2.5
property-pollutant = Булгоочу заттар
property-polluted-extent = Булгануунун таралышы
property-pollution-level = Булгануу деңгээли
property-position = Координаттары
property-production = Өндүрүш көлөмү
property-quality-class = Суунун сапат классы
property-released-mass = Төгүлгөн масса
property-released-volume = Төгүлгөн көлөм
property-remediation = Рекультивация
property-residents = Тургундар
property-source-share = Булактын үлүшү
property-status-note = Абалы
property-volume = Көлөмү
property-waste-placed = Бир жылда жайгаштырылган калдыктар

# unit

unit-cases = учур
unit-ci = Ки
unit-days = күн
unit-deg = ° (кеңдик, узундук)
unit-eur = евро
unit-g-kg = г/кг
unit-ha = га
unit-houses = үй
unit-index = (индекс)
unit-kg = кг
unit-km = км
unit-km2 = км²
unit-kt = миң т
unit-kt-yr = жылына миң т
unit-m2 = м²
unit-m3 = м³
unit-m3-s = м³/с
unit-mg-kg = мг/кг
unit-mg-nm3 = мг/нм³
unit-million-eur = млн евро
unit-million-m3 = млн м³
unit-million-rub = млн россия рубли
unit-million-t-yr = жылына млн т
unit-million-usd = млн АКШ доллары
unit-msv-yr = жылына мЗв
unit-ng-m3 = нг/м³
unit-people = адам
unit-percent = %
unit-posts = пост
unit-rank = (орун)
unit-t = т
unit-t-person-yr = бир тургунга жылына т
unit-t-yr = жылына т
unit-thousand-people = миң адам
unit-times-limit = норма эсеси
unit-ug-l = мкг/л
unit-ug-m3 = мкг/м³
unit-ur-h = мкР/саат
unit-year = жыл
unit-years = жыл

# subkind

subkind-air = Шаар абасы
subkind-antimony = Сурьма
subkind-asbestos = Асбест
subkind-ash = Көмүр күлү
subkind-boron = Бор
subkind-chromite = Хромит
subkind-chromium = Хром
subkind-coal = Көмүр
subkind-copper = Жез
subkind-gold = Алтын
subkind-heavy-metals = Оор металлдар
subkind-lead-zinc = Коргошун жана цинк
subkind-mercury = Сымап
subkind-mine = Кен
subkind-municipal = Турмуш-тиричилик калдыктары
subkind-polymetallic = Полиметалл кендери
subkind-rare-earth = Сейрек жер элементтери
subkind-salt = Туз
subkind-test-site = Ядролук полигон
subkind-tungsten = Вольфрам жана молибден
subkind-uranium = Уран

# status

status-active = Иштеп жатат
status-closed = Жабылган
status-contained = Обочолонтулган
status-monitored = Көзөмөлдө
status-partly-remediated = Жарым-жартылай калыбына келтирилген
status-planned-remediation = Калыбына келтирүү пландалган
status-remediated = Калыбына келтирилген
status-under-remediation = Калыбына келтирүү жүрүп жатат
status-unknown = Белгисиз

# pollutant

pollutant-as = Мышьяк (As)
pollutant-asbestos = Асбест
pollutant-b = Бор (B)
pollutant-ba = Барий (Ba)
pollutant-be = Бериллий (Be)
pollutant-cd = Кадмий (Cd)
pollutant-co = Көмүртек кычкылы (CO)
pollutant-coal-ash = Көмүр күлү жана шлагы
pollutant-cr = Хром (Cr)
pollutant-cr-vi = Алты валенттүү хром (Cr VI)
pollutant-cs-137 = Цезий-137
pollutant-cu = Жез (Cu)
pollutant-cyanide = Цианиддер
pollutant-dust = Чаң
pollutant-f = Фтор, фториддер (F)
pollutant-fe = Темир (Fe)
pollutant-formaldehyde = Формальдегид
pollutant-h2s = Күкүрттүү суутек (H₂S)
pollutant-hg = Сымап (Hg)
pollutant-mn = Марганец (Mn)
pollutant-municipal-waste = Турмуш-тиричилик калдыктары
pollutant-ni = Никель (Ni)
pollutant-nitrite = Нитриттер (NO₂⁻)
pollutant-no2 = Азот диоксиди (NO₂)
pollutant-no3 = Нитраттар (NO₃)
pollutant-p4 = Ак фосфор (P₄)
pollutant-pb = Коргошун (Pb)
pollutant-pcb = Полихлордуу бифенилдер (ПХБ)
pollutant-pesticides = Пестициддер
pollutant-phenol = Фенол
pollutant-phosphogypsum = Фосфогипс
pollutant-pm = Калкыма бөлүкчөлөр (PM)
pollutant-pm10 = PM10 бөлүкчөлөрү
pollutant-pm2-5 = Майда PM2.5 бөлүкчөлөрү
pollutant-pu-239-240 = Плутоний-239/240
pollutant-ra-226 = Радий-226
pollutant-rn-222 = Радон-222
pollutant-salt-dust = Туздуу чаң
pollutant-sb = Сурьма (Sb)
pollutant-so2 = Күкүрт диоксиди (SO₂)
pollutant-sr-90 = Стронций-90
pollutant-sulfate = Сульфаттар
pollutant-th-230 = Торий-230
pollutant-th-232 = Торий-232
pollutant-u = Уран (U)
pollutant-u-238 = Уран-238
pollutant-zn = Цинк (Zn)

## Жакын жерде канча адам жашайт

exposure-title = Жакын жерде канча адам жашайт
exposure-radius = Радиус
exposure-interval = { $low } – { $high } адам аралыгында
exposure-at-most = { $high } адамдан ашык эмес
exposure-central = болжол менен { $people } адам
exposure-no-data = бул жерде калк тууралуу маалымат жок: мында эч ким жашабайт дегендик эмес
exposure-how = Бул кантип эсептелген?
exposure-by-oblast = Облустар боюнча
exposure-elsewhere = бизде бар облустардан тышкары
exposure-settlements-inside = Ичиндеги калктуу конуштар
exposure-hotspots-inside = Ичиндеги башка очоктор
exposure-loading = Эсептелүүдө…
exposure-failed = Эсептөө мүмкүн болгон жок. Интернетти текшерип, кайра аракет кылыңыз же радиусту кичирейтиңиз.
exposure-within = { $distance } чегинде
exposure-circles = Картада: ушул радиустун тегереги, ал айланасындагы үзүк сызык — анын кайга чейин жетиши мүмкүн экени, анткени ордунун тактыгы { $distance }.
exposure-few = 1 адамдан аз
exposure-nobody = калк маалыматтары боюнча эч ким жок
exposure-evenly = эгер маалыматтын ар бир уячасында адамдар бирдей жашаса
exposure-show-all = Баарын көрсөтүү: { $count }
exposure-show-fewer = Азыраак көрсөтүү
exposure-caveats = Бул сан тууралуу дагы эмнени билүү керек
exposure-none-inside = Бизге белгилүүсү жок.

## Өз белгиси

pin-drop = Белги коюу
pin-drop-hint = Картаны басыңыз
pin-remove = Белгини алып салуу
pin-here = Ушул жердин жанындагы адамдар
radius-slider = Жердин айланасындагы радиус, километр менен
pin-drop-keys = Клавиатура менен: картаны жебелер менен жылдырып, Enter басыңыз — белги ортосуна коюлат.
pin-cancel = Белги койбоо
pin-label = Белги. Аны сүйрөңүз же жебелер менен жылдырыңыз.
pin-hotspots-near = Жакынкы очоктор

## Дарыянын агымы менен төмөн

downstream-title = Дарыянын агымы менен төмөн
downstream-length = Жолдун узундугу
downstream-river-km = дарыя бойлоп { $km } км
downstream-ends-mouth = Жол дарыянын куйган жеринде бүтөт.
downstream-ends-lake = Жол көлдө бүтөт: суу алып келгендин көбү ошол жерде чөгөт.
downstream-ends-edge = Жол биздеги дарыя сызыктары бүткөн жерде бүтөт. Дарыя андан ары агат.
downstream-ends-distance = Жол суралган аралыкта бүтөт. Дарыя андан ары агат.
downstream-none = Маалыматыбызда бул жерге жакын дарыя сызыгы жок. Дарыянын өзү болушу мүмкүн.
downstream-show = Дарыянын агымы менен төмөн жолду көрсөтүү
downstream-hide = Жолду жашыруу
downstream-people = Жолдон { $distance } чегинде
downstream-settlements = Жол боюндагы калктуу конуштар

## Аймактар жана ыкмалар

proximity-title = Очоктордун жакындыгы
proximity-score = Жакындык көрсөткүчү
proximity-unit = 1 км үчүн
proximity-within =
    { $count ->
        [0] 5 км чегинде очок жок: көрсөткүч эң жакынкы очок боюнча эсептелген.
       *[other] 5 км чегинде { $count } очок бар.
    }
proximity-left-out = { $count } очок эсепке алынган жок: алардын орду өтө болжолдуу белгилүү.
methods-title = Кантип эсептелген
methods-back = Картага кайтуу

## Эскертүүлөр, өздөрү тиешелүү сандар менен бирге

caveat-position-accuracy = Орду { $accuracy } км тактык менен белгилүү, радиус болсо { $radius } км. Ошондуктан так бир сан жок, жогорку чеги гана бар.
caveat-no-hotspots = Чыгарылышта бул аймакта мындай жер жок. Бул аны эч нерсе булгабайт дегенди билдирбейт.
caveat-no-population-data = Бул жер үчүн калк тууралуу маалымат жок. Мында эч ким жашабайт дегендик эмес.
caveat-part-without-data = Аянттын { $percent } % бөлүгүндө калк тууралуу маалымат жок. Ал жерде жашагандар санга кирген эмес.
caveat-smaller-than-cell = Аянт калк маалыматынын бир уячасынан кичине. Бул маалымат туура болсо, так белгилүүсү: { $least } адамдан кем эмес, { $most } адамдан ашык эмес.
caveat-even-spread = Эсепте адамдар маалыматтын ар бир уячасында бирдей жайгашкан деп алынат. Иш жүзүндө алар шаарларда жана айылдарда жашайт.
caveat-worldpop-astana = WorldPop айрым шаарлардын тургундарын туура эмес жайгаштырат. Астананын чек арасынын ичинде WorldPop боюнча 0,63 млн тургун, 2023-жылдын статистикасы боюнча болсо 1,35 млн. Темиртау менен Карагандыда да сандар чыныгысынан аз чыгат.
caveat-gpw-even-over-raion = GPW адамдарды бүт район боюнча бирдей бөлөт: анда шаарлар көрүнбөйт. Биздеги көчүрмөдө белгилүү каталар бар, эң чоңдору — ири шаарларда. Ошондуктан ал салыштыруу үчүн көрсөтүлөт, эсепке алынбайт.
caveat-towns-exceed = Ичиндеги калктуу конуштарда, өз булактары боюнча, { $residents } тургун бар — бул жердеги калк маалыматтары көрсөткөндөн көп: маалыматтар адамдарды башка жерге жайгаштырган болушу же шаар тегеректен чыгып жатышы мүмкүн.
caveat-towns-apart = Калктуу конуштар өз булактарындагы тургундардын саны менен тизмеленген. Алар жалпы санга кошулган эмес.
caveat-not-a-dose = Мындай аралыкта жашоо — доза да, оору да, зыяндын далили да эмес.
caveat-outside-covered = Адамдардын бир бөлүгү бизде бар облустардан тышкары жашайт. Ал жерде сан облустарга бөлүнгөн эмес.
caveat-places-left-out = Жерлердин { $count } жайгашкан орду бул радиус үчүн өтө болжолдуу белгилүү: алар жогорку чекте гана эсептелген.
caveat-zone-unverified = Бул аймактын туурасын актынын өзүнөн окуган жокпуз. Ал текшерилген эмес.
caveat-sources-differ = Эсепке алынган калк булактары бул жерде үчтөн бирден ашык айырмаланат. Аралыкка алардын эң төмөнкү жана эң жогорку баасы кирди.
caveat-no-river = Бул жердин жанында биздин маалыматтардагы дарыя жок.
caveat-river-line-coarse = Дарыянын сызыгы 1:10 000 000 масштабдагы картадан алынган, бир-эки километрге жылышы мүмкүн. Кол менен түшүрүлгөн сызык андан да көп жылышы мүмкүн.
caveat-river-edge = Дарыя маалыматыбыздын чегинен ары уланат. Төмөн жактагы калктуу конуштар тизмеленген эмес.

## Чыгарылышка кантип шилтеме берүү керек

citation-title = Казакстан менен Кыргызстандагы булгануу очоктору
citation-text = { $author } ({ $year }). { $title }. Маалымат топтому, { $release } чыгарылышы. { $url } (каралган күнү: { $accessed }).
citation-undated = жылы белгисиз
citation-note = Маалыматтын бөлүктөрү өз булактарынын лицензияларына баш иет: { $sources }

## Облус тууралуу

profile-open = Бул облус тууралуу баары
profile-back = Картага кайтуу
profile-on-map = Картадан көрсөтүү
profile-loading = Белгилүү маалыматтар чогултулууда…
profile-failed = Барак жүктөлгөн жок. Интернетти текшерип, кайра аракет кылыңыз.
profile-as-of = { $date } карата абал боюнча
profile-since = Бул чек арада { $date } тартып
profile-until = Бул чек арада { $date } чейин
profile-between = Бул чек арада { $from } – { $to } аралыгында
profile-always = Бул облустун башка чек арасы бизге белгисиз
profile-area = Аянты: { $area } км²
profile-made-from = { $date } мындан түзүлгөн:
profile-became = { $date } буларга бөлүнгөн:
profile-split-off = Ошол эле күнү бөлүнүп чыккан:
profile-figures = Негизги сандар
profile-hotspots-known = { $count } белгилүү очок
profile-people-within = Очоктон { $distance } чегинде жашагандар
profile-by-kind = Түрү боюнча
profile-by-status = Абалы боюнча
profile-by-trust = Булагы боюнча
profile-people = Очоктордун жанында канча адам жашайт
profile-people-note = Эки очоктун жанында жашаса да, ар бир адам бир жолу саналган.
profile-radius = Радиус
profile-interval = Аралык
profile-central = Орточо баа
profile-indicators = Жылдар боюнча сандар
profile-other-indicators = Башка сандар
profile-towns = Шаарлар, суулар жана корголуучу аймактар
profile-as-table = Таблица түрүндө
profile-as-chart = График түрүндө
profile-chart-alt = График: { $name }. { $from }-жылы { $first }, { $to }-жылы { $last }. Бардык сандар менен булактар таблицада.
profile-borders-changed = чек ара өзгөрдү
profile-legend-same = ушул чек ара
profile-legend-other = башка чек ара
profile-legend-unknown = чек арасы көрсөтүлгөн эмес
profile-legend-unverified = текшерилген эмес
profile-other-area = башка чек ара: { $area }
profile-same-area = ушул чек ара
profile-area-unknown = аймагы көрсөтүлгөн эмес
profile-conflict = Булактар ар башка айтат: { $years }
profile-year = Жыл
profile-value = Мааниси
profile-counted = Кайсы аймак
profile-source = Булак
profile-indicator = Көрсөткүч
profile-projects = Эмне жасалып жатат
profile-project-funder = Каржылаган: { $name }
profile-project-budget = Бюджети: { $budget }
profile-measurements = Өлчөөлөр
profile-limit = норматив { $limit }
profile-times-limit = { $times } × норматив
profile-protected = Корголуучу аймактар
profile-sources = Булактар
profile-licence = лицензиясы: { $licence }
profile-licence-unknown = лицензиясы көрсөтүлгөн эмес
profile-hotspots-file = очоктор
profile-figures-file = сандар
profile-citation = Террикон. { $name } ({ $code }), { $date } карата абал боюнча. Маалыматтын чыгарылышы { $release }. { $url }
profile-description = Булгануу очоктору, жанындагы адамдар жана жылдар боюнча сандар, ар биринин булагы бар

project-kind-grant = Грант
project-kind-campaign = Кампания
project-kind-plan = План
project-kind-rehabilitation = Калыбына келтирүү
project-kind-monitoring = Байкоо жүргүзүү
project-kind-programme = Программа

# indicator

indicator-air-pollution-level = Абанын булгануу деңгээли
indicator-air-posts = Абаны байкоо посттору
indicator-air-posts-manual = Абаны кол менен байкоо посттору
indicator-area = Аянты
indicator-area-biosphere = Биосфералык резерваттын аянты
indicator-area-initial = Алгачкы аянты
indicator-area-ramsar = Рамсар аймагынын аянты
indicator-basin-area = Бассейндин аянты
indicator-biosphere-reserve = Биосфералык резерват болгон жылы
indicator-built-year = Башталган жылы
indicator-closed-year = Жабылган жылы
indicator-construction-waste-landfilled = Полигонго чыгарылган курулуш калдыктары
indicator-emissions-capture-rate = Кармалган заттардын үлүшү
indicator-emissions-co = Көмүртек кычкылынын (CO) чыгарындылары
indicator-emissions-flaring = Газды факелде күйгүзүүдөн чыккан чыгарындылар
indicator-emissions-limit = Чыгарындылардын чеги
indicator-emissions-nox = Азот кычкылдарынын чыгарындылары
indicator-emissions-share-of-country = Өлкөнүн чыгарындыларындагы үлүшү
indicator-emissions-so2 = Күкүрт диоксидинин (SO₂) чыгарындылары
indicator-emissions-solids = Катуу заттардын чыгарындылары
indicator-emissions-stationary = Абага чыгарындылар, туруктуу булактар
indicator-emissions-stationary-half-year = Жарым жылдагы абага чыгарындылар
indicator-emissions-transport = Транспорттун чыгарындылары
indicator-founded = Түзүлгөн жылы
indicator-hazardous-waste-generated = Коркунучтуу калдыктар
indicator-household-waste-collected = Чогултулган тиричилик калдыктары
indicator-household-waste-generated = Тиричилик калдыктары
indicator-households-burying-waste = Калдыгын жерге көмгөн үйлөр
indicator-illegal-dumps = Мыйзамсыз таштанды жайлары
indicator-illegal-dumps-found = Космостон табылган мыйзамсыз таштанды жайлары
indicator-illegal-dumps-removed = Жоюлган мыйзамсыз таштанды жайлары
indicator-illegal-dumps-removed-share = Жоюлган таштанды жайларынын үлүшү
indicator-industrial-waste-accumulated = Топтолгон өнөр жай калдыктары
indicator-iza5 = Абанын булгануу индекси (ИЗА5)
indicator-landfills = Калдык полигондору
indicator-landfills-conforming = Талапка жооп берген полигондор
indicator-landfills-permitted = Уруксаты бар полигондор
indicator-length = Узундугу
indicator-mass = Массасы
indicator-mouth-position = Куйган жеринин орду
indicator-operator = Ээси
indicator-pm25-annual-mean = Абадагы PM2.5, жылдык орточо
indicator-pollution-level = Булгануу деңгээли
indicator-population = Калктын саны
indicator-position = Орду
indicator-quality-class = Суунун сапат классы
indicator-quality-level = Суунун сапат деңгээли
indicator-recycling-rate = Кайра иштетилген тиричилик калдыктары
indicator-source-position = Башаттын орду
indicator-space-monitoring-cover = Космостон байкалган аймактын үлүшү
indicator-stationary-sources-count = Туруктуу чыгарынды булактары
indicator-status = Абалы
indicator-taza-qazaqstan-waste-collected = «Таза Казакстан» кампаниясында чогултулган калдык
indicator-volume = Көлөмү
indicator-waste-landfilled = Полигонго чыгарылган калдык
indicator-waste-plots-allotted = Калдык үчүн бөлүнгөн участоктор
indicator-waste-share-of-country = Өлкөнүн калдыктарындагы үлүшү
indicator-waste-sites = Калдык жайгашкан жерлер
indicator-waste-sites-with-land-act = Жер документи бар калдык жайлары
indicator-waste-sorted = Сорттолгон калдык

# medium

medium-air = аба
medium-water = суу
medium-sediment = түпкү чөкмөлөр
medium-soil = топурак
medium-dust = конгон чаң
medium-food = тамак-аш
medium-body = адам денеси
medium-waste = калдыктын өзү

# pollutant

pollutant-gamma = Гамма-нурлануу
pollutant-hcho = Формальдегид (HCHO)

# unit

unit-billion-t = млрд т
unit-companies = компания
unit-containers = контейнер
unit-dumps = таштанды жайы
unit-enterprises = ишкана
unit-landfills = полигон
unit-mg-dm3 = мг/дм³
unit-mg-m3 = мг/м³
unit-million-t = млн т
unit-permille = ‰
unit-plots = участок
unit-sections = тилке
unit-sites = жер
unit-sources = булак
unit-t-day = суткасына т

caveat-profile-known-hotspots = Ушул чыгарылыштагы очоктор гана саналган, баары эмес.
caveat-profile-other-area = Сандардын бир бөлүгү облустун чек арасы башка болгон жылдарга тиешелүү. Алар белгиленген, калгандары менен түз салыштырууга болбойт.
caveat-profile-conflicts = Айрым жылдар үчүн булактар ар башка сан берет. Баары көрсөтүлгөн.
caveat-profile-unverified = Сандардын бир бөлүгү текшерилген эмес: булагын окуган жокпуз. Алар белгиленген.
caveat-profile-no-indicators = Чыгарылышта бул облус тууралуу жылдар боюнча сандар жок. Бул алар такыр жок дегенди билдирбейт.
caveat-profile-no-projects = Бул жердеги долбоорлор бизге белгисиз. Бул эч нерсе жасалбайт дегенди билдирбейт.
caveat-profile-no-measurements = Чыгарылышта бул облустун очокторундагы өлчөөлөр жок.
caveat-profile-no-protected-areas = Чыгарылышта бул облуста корголуучу аймак жок.

## Problems of the HTTP API: what is wrong, and what to do

problem-bad-request-title = Суроо окулбайт
problem-bad-request-detail = Суроонун дарегин же башын окуу мүмкүн эмес.
problem-conflicting-parameters-title = Эки параметр бири-бирине каршы
problem-conflicting-parameters-detail = { $parameter } же { $other } бериңиз, экөөн бирге эмес.
problem-internal-title = Сервер иштебей калды
problem-internal-detail = Бул сиздин катаңыз эмес. Себеби сервердин журналында.
problem-invalid-bbox-title = Чек тик бурчтугу окулбайт
problem-invalid-bbox-detail = «{ $value }» — градус менен берилген тик бурчтук эмес.
problem-invalid-bbox-crs-detail = «{ $value }» — { $crs } системасындагы тик бурчтук эмес.
problem-invalid-cursor-title = Курсор окулбайт
problem-invalid-cursor-detail = { $parameter } параметрин бул сервер берген эмес.
problem-invalid-date-title = Күн окулбайт
problem-invalid-date-detail = «{ $value }» — { $parameter } үчүн күн эмес.
problem-invalid-geometry-title = Мындай геометрия менен иштөөгө болбойт
problem-invalid-geometry-detail = { $value }
problem-invalid-limit-title = Саптардын саны окулбайт
problem-invalid-limit-detail = «{ $value }» — 1ден { $most }ге чейинки бүтүн сан эмес.
problem-invalid-number-title = Сан окулбайт
problem-invalid-number-detail = «{ $value }» — { $least } менен { $most } ортосундагы сан эмес; { $parameter } параметри ошондой болууга тийиш.
problem-method-not-allowed-title = Бул жерде окууга гана болот
problem-method-not-allowed-detail = Бул дарек GET жана HEAD суроолоруна гана жооп берет.
problem-missing-parameter-title = Параметр жетишпейт
problem-missing-parameter-detail = { $parameter } параметри керек.
problem-not-acceptable-title = Мындай формат жок
problem-not-acceptable-detail = Суроо кабыл алган форматтардын бири да бул жерде берилбейт.
problem-not-found-title = Бул даректе эч нерсе жок
problem-not-found-detail = Даректи текшериңиз же /api барагынан баштаңыз.
problem-oblast-not-on-date-title = Ал күнү мындай облус болгон эмес
problem-oblast-not-on-date-detail = «{ $value }» { $from } – { $to } аралыгында бар, { $date } күнү жок.
problem-outside-crs-title = Координаттар системасынын аймагынан тышкары
problem-outside-crs-detail = { $id } ордун { $crs } системасында берүүгө болбойт: өтө алыс.
problem-overloaded-title = Бир убакта өтө көп суроо
problem-overloaded-detail = Сервер башка суроолор менен бош эмес.
problem-payload-too-large-title = Суроо өтө чоң
problem-payload-too-large-detail = Суроодо эң көбү { $most } байт болушу мүмкүн.
problem-range-not-satisfiable-title = Аралык файлдан тышкары
problem-range-not-satisfiable-detail = «{ $value }» — { $length } байттык файлдын аралыгы эмес.
problem-repeated-parameter-title = Параметр эки жолу берилген
problem-repeated-parameter-detail = { $parameter } параметри бир нече жолу кездешет.
problem-stale-cursor-title = Эки барактын ортосунда маалымат өзгөрдү
problem-stale-cursor-detail = Курсор { $release } чыгарылышынан, ал эми суроо { $current } чыгарылышын окуйт.
problem-storage-full-title = Файлга орун жок
problem-storage-full-detail = Сервердин дискинде бул файлды жасоого орун калган жок.
problem-timeout-title = Сервер убагында жооп берген жок
problem-timeout-detail = Суроо өтө узакка созулуп, токтотулду.
problem-too-long-title = Текст өтө узун
problem-too-long-detail = { $parameter } параметринде { $most } белгиден ашпоого тийиш.
problem-too-many-title = Бир жолу үчүн өтө көп
problem-too-many-detail = { $what }: { $count }; бир суроо үчүн эң көбү { $most }.
problem-unavailable-title = Маалымат азыр жеткиликсиз
problem-unavailable-detail = Кампа жооп бербейт. Себеби сервердин журналында.
problem-unavailable-empty-detail = Бул жерде азырынча бир да чыгарылыш жарыялана элек.
problem-unknown-collection-title = Мындай жыйнак жок
problem-unknown-collection-detail = «{ $value }» деген жыйнак жок.
problem-unknown-feature-title = Бул чыгарылышта мындай жер жок
problem-unknown-feature-detail = { $collection } жыйнагында «{ $id }» идентификатору жок.
problem-unknown-layer-title = Мындай катмар жок
problem-unknown-layer-detail = «{ $value }» деген катмар жок.
problem-unknown-oblast-title = Мындай облус жок
problem-unknown-oblast-detail = «{ $value }» — облустун коду да, аталышы да эмес.
problem-unknown-parameter-title = Мындай параметр жок
problem-unknown-parameter-detail = Бул дарек «{ $parameter }» параметрин билбейт.
problem-unknown-release-title = Бул чыгарылыш берилбейт
problem-unknown-release-detail = «{ $value }» чыгарылышы бул жерде жок.
problem-unknown-tile-title = Мындай тайл жок
problem-unknown-tile-detail = { $value } тайлдардын торунан тышкары: масштаб 0–14, мамыча менен сап 0дөн 2нин масштаб даражасынан бирге кем санга чейин.
problem-unknown-value-title = Маани белгисиз
problem-unknown-value-detail = { $parameter } параметри «{ $value }» маанисин билбейт.
problem-filter-mismatch-title = Маани чыпкага туура келбейт
problem-filter-mismatch-detail = { $parameter } параметриндеги { $property } менен { $value } чогуу колдонулбайт.
problem-filter-shape-title = Чыпканын фигурасы менен иштөөгө болбойт
problem-filter-shape-detail = { $parameter }: «{ $value }» — салыштырууга боло турган фигура эмес.
problem-foreign-cursor-title = Курсор башка тизмедики
problem-foreign-cursor-detail = { $parameter } параметри башка чыпкага, иретке же тилге берилген.
problem-invalid-filter-title = Чыпка окулбайт
problem-invalid-filter-detail = { $parameter } { $at }-белгиден баштап окулбайт: «{ $value }».
problem-too-complex-title = Бөлүктөрү өтө көп
problem-too-complex-detail = { $parameter } параметринде { $depth } деңгээлден жана ар бири бир жолу жазылган { $most } бөлүктөн ашпоого тийиш.
problem-unknown-function-title = Мындай функция жок
problem-unknown-function-detail = { $parameter } мындай аргументтери бар «{ $value }» функциясын же операторун билбейт.
problem-unknown-property-title = Мындай касиет жок
problem-unknown-property-detail = { $parameter }: { $collection } жыйнагында бул жерде «{ $value }» деген эч нерсе жок.
problem-uri-too-long-title = Дарек өтө узун
problem-uri-too-long-detail = Даректе { $most } белгиден ашпоого тийиш.

hint-bbox-crs-order = Координаттар системасынын ирети менен төрт сан: биринчи менен экинчинин эң кичинеси, андан кийин эң чоңу. EPSG:4326, 4284 жана 28408–28415 системаларында кеңдик же түндүк багыт биринчи турат.
hint-bbox-order = Төрт сан: батыш, түштүк, чыгыш, түндүк. Узундук −180…180, кеңдик −90…90, түштүк түндүктөн кичине.
hint-bbox-swapped = Узундук менен кеңдик алмашып калган окшойт: ирети — батыш, түштүк, чыгыш, түндүк.
hint-crs-area = Жерлер жаткан зонаны алыңыз же crs параметрин алып салыңыз: анда баары градус менен келет.
hint-date-form = Күндү 2021-06-30, мезгилди 2021-01-01/2021-12-31 түрүндө жазыңыз.
hint-division-of-date = Облус бар күндү көрсөтүңүз же ошол күнкү облусту тандаңыз.
hint-format-later = Жеткиликтүү форматтардын бирин алыңыз.
hint-geometry-form = GeoJSON’ду градус менен жөнөтүңүз, узундук кеңдиктен мурун: Point, LineString, Polygon, алардын бир нечеси же Feature.
hint-limit-range = limit параметрин алып салыңыз же 1ден башталган бүтүн сан бериңиз.
hint-one-parameter = Бир жолу бериңиз; бир нече сөз бир параметрге үтүр менен жазылат.
hint-publish-first = Кийинчерээк кайталап көрүңүз. Чыгарылышты серверди жүргүзгөн адам terrikon ingest буйругу менен жарыялайт.
hint-read-only = GET колдонуңуз.
hint-start-again = Биринчи баракты курсорсуз кайра сураңыз.
hint-try-later = Бир аздан кийин кайталап көрүңүз.
hint-use-current-release = Жеткиликтүү чыгарылышты алыңыз же параметрди алып салыңыз.
hint-use-command-line = Бир жолу азыраак жөнөтүңүз же буйрук сабын алыңыз: terrikon exposure жерлердин каалаган санын кабыл алат.
hint-use-search = Аты өзгөргөн болушу мүмкүн: /api/search?q= аркылуу издеңиз.
hint-filter-form = CQL2де жазыңыз, мисалы kind = 'dump' AND name_en LIKE 'Kara%': текст жалгыз тырмакчада, ичиндеги тырмакча эки жолу жазылат.
hint-filter-shape-form = WKT, GeoJSON же BBOX градус менен, узундук кеңдиктен мурун; шакекчелер туюк жана өзүн кеспейт.
hint-see-queryables = Ар бир касиет эмнени сактаары жыйнактын queryables тизмесинде айтылган.

## API барактары

api-title = Изилдөө үчүн маалыматтар
api-collections = Жыйнактар
api-formats = Башка форматтар
api-standards = Стандарттар
api-features = Объекттер
api-links = Шилтемелер
api-extent = Камтыган аймак
api-systems = Координаттар системалары
api-count = { $matched } ичинен { $returned }
api-prev = Мурунку барак
api-next = Кийинки барак

## Картанын сүрөттөрү

picture-title = { $area }: булгануу очоктору
picture-credit = © Террикон, маалыматтын { $release } чыгарылышы, { $date } күнкү абал.
picture-facts = Фактылардын булактары: { $sources }
picture-date = { $day }.{ $month }.{ $year }
picture-scale-at = { $latitude }° түндүк кеңдикте
picture-north = Т
picture-unverified = Сызыгы гана: текшерилген эмес
picture-imprecise = Шакектин ичинде: орду эмес, шаары же аймагы гана белгилүү
picture-accuracy = Күңүрт тегерек: жер ошонун ичинде
picture-cluster = Сан: жанаша жерлердин саны
picture-shape = Булганган жердин өзү
picture-zone-read = Мыйзам боюнча зона: { $distance }
picture-zone-unread = Мыйзам боюнча зона: { $distance }, туурасы текшерилген эмес
picture-zone-screening = Салыштыруу үчүн, мыйзам боюнча эмес: { $distance }
problem-invalid-size-title = Өлчөм окулбайт
problem-invalid-size-detail = «{ $value }» { $parameter } үчүн жарабайт: туурасы менен бийиктиги { $least } менен { $most } пикселдин ортосунда болушу керек, мисалы 1200x630.

## Очоктордун жана облустардын барактары

page-other-names = Башка аталыштары
page-since = Качантан бери
page-unknown = белгисиз
page-people-caption = Кадимки радиустардын чегиндеги адамдар
page-near = Жакын жерде эмне бар
page-near-towns = { $distance } чегиндеги калктуу конуштар
page-near-hotspots = { $distance } чегиндеги башка очоктор
page-town = Калктуу конуш
page-distance = Аралык
page-more-towns = жана дагы { $count }
page-facts-language = Фактыларга берилген эскертүүлөр жана түшүндүрмөлөр англис тилинде гана.
page-zone = Зона
page-zone-width = Туурасы
page-zone-act = Акт жана булак
page-zone-choice = Кантип тандалды
page-substance = Зат
page-limit = Ченем
page-when = Качан жана ким айтат
page-history = Булактар жылдар боюнча эмне дейт
page-projects = Долбоорлор
page-no-projects = Бул жердеги долбоорлор бизге белгисиз. Бул эч нерсе жасалбай жатат дегенди билдирбейт.
page-no-measurements = Бул чыгарылышта ушул жердеги өлчөөлөр жок.
page-sourced-values =
    { $count ->
        [0] Булагы бар маалымат азырынча жок.
        [one] Булагы бар { $count } маани.
       *[other] { $count } маани, ар биринин булагы бар.
    }
page-picture-alt = Карта: { $name } жана айланасы
page-file-hotspot = очок, билдирүүлөр жана булактар
page-file-claims = билдирүүлөр, ар бири бир сапта
page-file-zones = зоналар жана алардын контурлары
page-cite-release = Бүт чыгарылыш
page-cite-text = текст түрүндө
page-pictures = Сүрөттөр
page-embed = Өз сайтыңызда
page-embed-open = Кыстаруу кодун түзүү
page-report = Ката барбы?
page-report-note = Эмне туура эмес экенин жазып, биз окуй ала турган булакты көрсөтүңүз. Жер жана маалымат чыгарылышы буга чейин эле көрсөтүлгөн.
page-report-do = Ката тууралуу билдирүү
page-report-subject = Террикон: ката, { $id }
page-report-body =
    Барак: { $url }
    Маалымат чыгарылышы: { $release }

    Эмне туура эмес:

    Булак:
curve-title = Айланадагы адамдар радиус боюнча: { $name }
curve-most = { $people } адамга чейин
curve-people = Адамдар
curve-radius = Радиус, км
curve-note = Тилке — мүмкүн болгон эң аз сандан эң көп санга чейин. Сызык — орточо маани, аны айтууга мүмкүн болгон жерде.
curve-file = Чийме файл түрүндө (SVG)
missing-note = Даректе ката болушу мүмкүн же жердин аталышы өзгөргөн.
missing-alike = Балким, сиз муну издедиңиз
missing-ways = Мындан ары
missing-list = Бардык очоктор тизме түрүндө
missing-map = Карта

## Кыстарылган карта

embed-label = Террикон: булгануу очокторунун картасы
embed-picture = Картанын сүрөтү. Ошол эле жерлер астындагы тизмеде бар.
embed-open = Картаны ачуу
embed-list = Ошонун өзү тизме менен
embed-more = Кененирээк, булактары менен
embed-accuracy = орду ± { $distance }
embed-whole = Эки өлкөнү тең көрсөтүү
embed-back = Терриконго өтүү
embed-release = маалыматтын чыгарылышы { $release }
embed-hotspots-source = Очоктор: Террикон; ар биринин булактары өз барагында көрсөтүлгөн.
embed-failed = Баары жүктөлгөн жок.
embed-retry = Кайталоо
embed-wrong = Картанын бул жөндөөлөрүн окууга болбойт: { $names }.
embed-release-gone = { $release } чыгарылышы мындан ары сакталбайт; акыркысы көрсөтүлдү.
embed-scroll-ctrl = Масштабды өзгөртүү үчүн Ctrl баскычын басып туруп айлантыңыз
embed-scroll-command = Масштабды өзгөртүү үчүн ⌘ баскычын басып туруп айлантыңыз
embed-scroll-fingers = Картаны эки манжа менен жылдырыңыз

## Басылмалар үчүн: эмнени кыстаруу керек

publish-title = Карта сиздин сайтта
publish-intro = Карта эмнени көрсөтөрүн тандап, кодду, сүрөттү же шилтеме текстин көчүрүп алыңыз.
publish-open = Бул картаны кыстаруу
publish-settings = Эмнени көрсөтөт
publish-place-chosen = Жер: { $name }
publish-place-none = Жер тандалган жок: бүт карта
publish-place-clear = Жерди алып салуу
publish-height = Бийиктиги, пиксель
publish-release = Маалымат
publish-release-latest = дайыма акыркысы
publish-release-pinned = { $release } чыгарылышы, бүгүнкүдөй
publish-release-note = Акыркы маалымат ар бир чыгарылыш менен өзгөрөт. Аталган чыгарылыш эч качан өзгөрбөйт; эгер ал мындан ары сакталбаса, карта муну айтып, акыркысын көрсөтөт.
publish-load = Адегенде
publish-load-interaction = сүрөт, ачканда карта
publish-load-visible = дароо карта
publish-preview = Көрүнүшү
publish-element = Барагыңыз үчүн код
publish-element-note = Карта барактын бир бөлүгү болот: тамгасы да, туурасы да ошонуку.
publish-frame = Редакция системасы үчүн код
publish-frame-note = Скрипттерге уруксат жок жер үчүн алкак. oEmbed иштеген жерде картага, очокко же облуска шилтемени койсоңуз жетиштүү.
publish-copy = Кодду көчүрүү
publish-picture = Сүрөт
publish-picture-note = 1200 × 630 пиксель, булагы сүрөттүн өзүндө жазылган.
publish-picture-download = Сүрөттү жүктөп алуу
publish-citation = Террикон. { $name }. Маалыматтын чыгарылышы { $release }. { $url }
publish-size = Карта ачылганча макала { $article } КБ жана сүрөттү жүктөйт; карта менен дагы { $map } КБ, анын { $maplibre } КБ сүрөт тартуу китепканасы, жана көрүнүп турган жердин маалыматы.
problem-format-not-written-title = Мындай түрдө жооп жок
problem-format-not-written-detail = «{ $value }» жооптун түрү эмес.
problem-not-ours-title = Бул биздин дарек эмес
problem-not-ours-detail = «{ $value }» карта да, очоктун же облустун барагы да эмес.

## Көрсөткүч боюнча боёлгон областтар

shade-label = Областтарды көрсөткүч боюнча боёо
shade-none = боёксуз
shade-exposure = очоктордун жанындагы адамдар
shade-hotspots = белгилүү очоктор
shade-emissions-stationary = абага чыгарындылар
shade-classes-label = Маанилердин класстары
shade-no-figure = маалымат жок
shade-class-all = бардык маанилер бирдей
shade-class-below = { $below } маанисинен аз
shade-class-between = { $from } – { $below }
shade-class-from = { $from } жана андан көп
shade-classes-all-years = Класстар табигый аралыктар боюнча, бардык жылдарга бирдей; төмөнкү чеги класска кирет.
shade-classes-shown = Класстар көрсөтүлгөн маанилердин табигый аралыктары боюнча; төмөнкү чеги класска кирет.
shade-borders = Чек аралар { $date } күнкү.
shade-own-count = { $release } маалымат чыгарылышында саналган.
shade-figures = Областтар боюнча маанилер
shade-nothing = Бул убакыт жана бул чек аралар үчүн маанилер жок.
shade-others = башка булактар: { $values }
indicator-exposure = Белгилүү очоктордон 10 км ичиндеги адамдар
indicator-hotspots = Белгилүү очоктор
unit-hotspots = очок
caveat-shading-absolute = Бул бүтүн областтын сандары: чоң областта алар жөн эле аймагы чоң болгондуктан көп болушу мүмкүн.
caveat-shading-one-source = Булактар ар башка айтса, картада областтардын көбү боюнча маалыматы бар булак көрсөтүлгөн. Калгандары таблицада.
caveat-shading-other-area = Башка чек араларда саналган сан көрсөтүлбөйт: андай област штрихтелген.

# why: an oblast has no figure
shading-why-no-figure = булактар маани бербейт
shading-why-other-area = маалыматтар башка чек аралар үчүн
shading-why-no-hotspots = белгилүү очок жок
shading-why-vague = орундары 10 км ден оройураак белгилүү
shading-why-no-population = калк жөнүндө маалымат жок

## Картадагы убакыт

time-label = Көрсөтүлгөн убакыт
time-sooner = Эртерээк
time-later = Кийинчерээк
time-until = { $date } күнүнө чейин
time-since = { $date } күнүнөн баштап
time-between = { $since } – { $until }
card-label = Картада эмне көрсөтүлгөн
card-close = Бүгүнкү кадимки картага кайтуу

## Картада эмне көрүнгөнү, сөз менен

contents-label = Көрүнүштөгү очоктор
contents-count =
    { $count ->
        [0] Көрүнүштө очок жок
        [one] Көрүнүштө { $count } очок
       *[other] Көрүнүштө { $count } очок
    }
contents-cluster =
    { $count ->
        [one] { $count } очок жанаша: жакындатуу
       *[other] { $count } очок жанаша: жакындатуу
    }
contents-more =
    { $count ->
        [one] жана дагы { $count }; баары тизмеде
       *[other] жана дагы { $count }; баары тизмеде
    }

## Окурмандын жанында

near-me-privacy = Браузер бул баракка сиздин кайда экениңизди билүүгө болобу деп сурайт. Так ордуңуз ушул түзмөктө калат: аралыктар ушул жерде өлчөнөт. Бул сайтка адамдарды эсептөө үчүн болжол менен километрге чейин тегеректелген орун гана жөнөтүлөт; бөлүшө турган шилтемеде да ошол. Барак эч нерсе сактабайт.
near-me-locate = Менин кайда экенимди аныктоо
near-me-pin = Орунду картадан тандоо
near-me-search = Же шаардын атын издөөгө жазыңыз.
near-title = Сиздин жаныңызда
near-rounded = Орун тегеректелген, четтөөсү { $distance } чейин. Адамдар сиз болушу мүмкүн болгон бардык орундар үчүн саналган, ошондуктан аралыктар кенен.
near-filtered = Чыпкаңызга туура келген очоктор гана көрсөтүлгөн.
near-within = { $distance } ичинде болушу мүмкүн очоктор
near-none = Бул аралыкта бир да очок жок. Эң жакыны:
near-share = Бөлүшө турган шилтеме: анда тегеректелген орун гана бар
near-survey = Бул жердин айланасындагы адамдар жана очоктор
rings-title = Ар бир аралыкта
rings-radius = Аралык
rings-people = Адамдар
rings-hotspots = Очоктор

## Кагазда

print-button = Картаны, тизмени жана шарттуу белгилерди басып чыгаруу
print-made = { $date } басып чыгарылды
print-legend = Шарттуу белгилер
print-list = Чыпкага туура келген очоктор
