### Террикон, русский. Файл общий для сервера и карты.

## Языки, каждый своим именем

language-en = English
language-ru = Русский
language-kk = Қазақша
language-ky = Кыргызча

## Страница

app-title = Террикон
app-subtitle = Очаги загрязнения
app-description = Карта очагов загрязнения Казахстана и Кыргызстана: у каждой цифры указан источник
skip-to-list = Пропустить карту и перейти к списку
language-label = Язык
theme-label = Цвета
theme-auto = Как на устройстве
theme-light = Светлые
theme-dark = Тёмные
loading = Загрузка…
close = Закрыть
release-label = Выпуск данных

## Виды

view-label = Вид
view-map = Обозначения
view-list = Список
view-map-hint = Карта и её обозначения
view-list-hint = Те же места списком

## Типы очагов: один и группа

kind-tailings = Хвостохранилище
kind-dump = Свалка или отвал
kind-river = Загрязнённая река
kind-lake = Загрязнённое озеро
kind-industrial-town = Промышленный город
kind-other = Другой очаг
kinds-tailings = Хвостохранилища
kinds-dump = Свалки
kinds-river = Реки
kinds-lake = Озёра
kinds-industrial-town = Города
kinds-other = Другое

## Отбор

filter-kinds-label = Типы очагов
filter-oblast-label = Область
filter-oblast-all = Все области
filter-clear = Сбросить отбор
country-kz = Казахстан
country-kg = Кыргызстан

## Поиск

search-label = Поиск
search-placeholder = Город, река, предприятие…
search-clear = Очистить поиск
search-none = По запросу «{ $query }» ничего не найдено. Попробуйте написать иначе: названия ищутся на четырёх языках и латиницей.
search-count =
    { $count ->
        [one] { $count } результат
        [few] { $count } результата
       *[other] { $count } результатов
    }
search-type-hotspot = очаг
search-type-settlement = населённый пункт
search-type-oblast = область
search-type-raion = район
search-type-river = река
search-type-lake = озеро
near-me = Что рядом со мной?
near-me-asking = Узнаём у устройства, где вы…
near-me-denied = Браузеру не разрешено сообщать, где вы. Напишите название своего города.
near-me-failed = Устройство не может определить, где вы. Напишите название своего города.

## Карта

map-label = Карта очагов загрязнения. Стрелки двигают её, плюс и минус меняют масштаб. Те же места есть в списке.
map-zoom-in = Приблизить
map-zoom-out = Отдалить
map-home = Показать обе страны
map-failed = Это устройство не может нарисовать карту. Те же места есть в списке.
map-attribution = Источники данных

# Данные карты, как их называет /style.json
attribution-base = Области и районы: OCHA COD-AB, <a href="https://github.com/arodionoff/geokz">geokz</a> (CC BY 4.0), <a href="https://whosonfirst.org/">Who’s On First</a> (<a href="https://whosonfirst.org/docs/licenses/">лицензия</a>). Населённые пункты: Who’s On First, <a href="https://www.geonames.org/">GeoNames</a> (CC BY 4.0), Quattroshapes (CC BY). Воды и соседи: <a href="https://www.naturalearthdata.com/">Natural Earth</a>.
attribution-hotspots = Очаги: Террикон, выпуск { $release }.
attribution-facilities = Предприятия: <a href="https://globalenergymonitor.org/">Global Energy Monitor</a> и <a href="https://github.com/wri/global-power-plant-database">World Resources Institute</a> (CC BY 4.0), с изменениями.

## Обозначения

legend-filled = Заливка: факт подтверждён источником
legend-outline = Контур: не проверено
legend-imprecise = Маленький в кольце: известен только город или район, а не место
legend-accuracy = Бледный круг: место находится где-то внутри него
legend-cluster = Кольцо с числом: столько мест рядом
legend-shape = Линия или область: сам загрязнённый участок
legend-reach = Круг: внутри него посчитаны люди
legend-reach-outer = Пунктирный круг вокруг: докуда он может доходить, ведь положение неточно
legend-zone-screening = Край точками: зона вокруг выбранного очага только для сравнения
legend-zone-unverified = Край штрихами, с заливкой: зона по закону, ширина не проверена
legend-zone-read = Сплошной край, с заливкой: зона по закону, ширина прочитана в акте
legend-unverified-note = «Не проверено» значит, что источника, который можно прочитать, у нас пока нет. Это повод проверить, а не факт.

## Список

list-title = Очаги
list-count =
    { $count ->
        [one] { $count } очаг
        [few] { $count } очага
       *[other] { $count } очагов
    }
list-sort-label = Порядок
list-sort-name = по названию
list-sort-oblast = по области
list-sort-distance = от центра карты
list-empty = Под этот отбор не подходит ни один очаг.
list-empty-hint = Выберите другую область или тип либо сбросьте отбор.
list-none = В этом выпуске данных очагов пока нет.
distance-about = ≈ { $distance }
distance-within = < { $distance }
distance-km = { $distance } км
distance-m = { $distance } м

## Карточка очага

panel-label = Об этом очаге
panel-raion = Район: { $name }
panel-note = Примечание
panel-status = Состояние
panel-pollutants = Загрязнители
panel-position = Где именно
panel-coordinates = Координаты
panel-copy-coordinates = Скопировать координаты
panel-copy-link = Скопировать ссылку
panel-copied = Скопировано
panel-copy-failed = Не удалось скопировать
panel-link = Постоянная ссылка
panel-cite = Как сослаться
panel-citation = Террикон. { $name } ({ $id }). Выпуск данных { $release }. { $url }
panel-copy-citation = Скопировать ссылку для цитирования
panel-download = Скачать
panel-claims = Кто что говорит и когда
panel-people = Люди
panel-people-note = Так оценивают источники; это не расчёт по данным переписи.
panel-no-claims = Цифр по этому месту пока не дал ни один источник.
panel-shown-in = показано на языке: { $language }
panel-zoom = Показать на карте
position-site = Это положение самого объекта
position-digitised = Положение нанесено вручную по карте или снимку
position-town-centroid = Это центр населённого пункта, а не сам объект
position-area-centroid = Это середина большой территории
position-badge = положение ± { $distance }
position-source = Источник положения: { $source }
trust-sourced = есть источник
trust-partly = подтверждено частично
trust-unverified = не проверено
trust-sourced-note = И факты, и положение взяты из источников, которые можно прочитать.
trust-partly-note = Источник есть либо у фактов, либо у положения, но не у обоих.
trust-unverified-note = Источника мы ещё не прочитали. Это повод проверить, а не факт.

## Утверждения источников

claim-conflict = Источники расходятся, разных значений: { $count }
claim-year = год: { $year }
claim-year-about = около { $year }
claim-year-unknown = год не указан
claim-unverified = не проверено
claim-source-unknown = источник не указан

## Зоны вокруг места

zones-title = Зоны вокруг этого места
zones-none = Для мест такого вида зоны не известны.
zone-act = { $act }, от { $date }
zone-method = Как выбрано расстояние: { $method }

# shape
zone-shape-ring = вокруг места
zone-shape-corridor = вдоль реки, по обе стороны
zone-shape-shore = вдоль берега

# basis
zone-basis-statutory = по закону
zone-basis-screening = для сравнения
zone-basis-statutory-note = Этого требует нормативный акт. Настоящие границы определяет проект для каждого места: здесь значения по умолчанию.
zone-basis-screening-note = Выбрана, чтобы сравнивать места между собой. Она не говорит, как далеко доходит загрязнение.

# verification
zone-verification-verified = ширина прочитана в источнике
zone-verification-unverified = ширина не проверена

# reason
zone-reason-width-unknown = Не показана: акт есть, но его ширину прочитать не удалось, а угадывать мы не станем.
zone-reason-no-shape = Не показана: здесь известна только точка, а не линия реки или берега.
zone-reason-position-accuracy = Не показана: место известно менее точно, чем ширина этой зоны.

# rule
zone-rule-kz-szz-class-1 = Санитарно-защитная зона, если объект I класса опасности
zone-rule-kz-szz-class-2 = Санитарно-защитная зона, если объект II класса опасности
zone-rule-kz-szz-mine-class-1 = Санитарно-защитная зона рудника, если он I класса опасности
zone-rule-kz-water-strip-river = Водоохранная полоса реки, наименьшая ширина
zone-rule-kz-water-strip-lake = Водоохранная полоса озера, наименьшая ширина
zone-rule-kz-water-zone-river = Водоохранная зона реки
zone-rule-kz-water-zone-lake = Водоохранная зона озера
zone-rule-kg-szz = Санитарно-защитная зона
zone-rule-kg-szz-mine = Санитарно-защитная зона рудника
zone-rule-kg-water-zone-river = Водоохранная зона и полоса реки
zone-rule-kg-water-zone-lake = Водоохранная зона и полоса озера
zone-rule-screening-site = Всё вблизи места, для сравнения
zone-rule-screening-town = Город с окрестностями, для сравнения
zone-rule-screening-river = Всё вблизи загрязнённого участка, для сравнения
zone-rule-screening-lake = Всё вблизи берега, для сравнения

## Панель на телефоне

sheet-label = Высота панели
sheet-raise = Поднять панель
sheet-lower = Опустить панель
sheet-peek = низкая
sheet-half = половина экрана
sheet-full = весь экран

## Если что-то не получилось

problem-retry = Попробовать снова
problem-offline = Нет связи с сервером. Проверьте интернет и попробуйте снова.
problem-not-found = В этом выпуске такого места нет. Возможно, оно переименовано: попробуйте поиск.
problem-bad-request = В адресе страницы есть то, чего мы не понимаем: { $parameter }. Сбросьте отбор и попробуйте снова.
problem-bad-request-plain = В адресе страницы есть то, чего мы не понимаем. Сбросьте отбор и попробуйте снова.
problem-too-many = Слишком много запросов подряд. Подождите минуту и попробуйте снова.
problem-needs-service = Для этой части нужен сервис, который считает, а эта копия карты состоит только из файлов.
problem-unavailable = Данные загружаются или обновляются. Попробуйте через минуту.
problem-server = На сервере произошла ошибка. Вы ни при чём: попробуйте чуть позже.
problem-timeout = Сервер не ответил вовремя. Попробуйте снова.
problem-tiles = Часть карты не загрузилась.

## Подписи кодов, которые встречаются в фактах

# property

property-activity = Суммарная активность
property-air-pollution-rank = Место среди загрязнённых городов
property-air-posts = Посты наблюдения за воздухом
property-aqi = Индекс качества воздуха (AQI)
property-area = Площадь
property-basin-area = Площадь бассейна
property-built-year = Начало
property-capacity = Мощность
property-closed-year = Конец работы
property-coal-heated-houses = Дома с угольным отоплением
property-concentration = Концентрация
property-day-count = Число дней или лет
property-dose = Доза
property-dose-rate = Мощность дозы
property-emissions = Выбросы в воздух
property-emissions-limit = Лимит или план выбросов
property-emissions-share = Доля выбросов
property-exceedances = Случаи превышения нормы
property-funding = Финансирование
property-grant = Грант
property-high-pollution-cases = Случаи высокого загрязнения
property-iza5 = Индекс загрязнения атмосферы (ИЗА5)
property-length = Длина
property-limit-exceedance = Превышение нормы, раз
property-main-sources = Основные источники загрязнения
property-mass = Масса
property-mean-flow = Средний расход воды
property-mercury-mass = Масса ртути
property-operator = Оператор
property-people-affected = Пострадавшие (оценка источника)
property-pm25 = PM2.5 в воздухе
property-pollutant = Загрязнители
property-polluted-extent = Протяжённость загрязнения
property-pollution-level = Уровень загрязнения
property-position = Координаты
property-production = Производство
property-quality-class = Класс качества воды
property-released-mass = Масса выброса
property-released-volume = Объём выброса
property-remediation = Рекультивация
property-residents = Жители
property-source-share = Доля источника
property-status-note = Состояние
property-volume = Объём
property-waste-placed = Размещено отходов за год

# unit

unit-cases = случаев
unit-ci = Ки
unit-days = дней
unit-deg = ° (шир., долг.)
unit-eur = евро
unit-g-kg = г/кг
unit-ha = га
unit-houses = домов
unit-index = (индекс)
unit-kg = кг
unit-km = км
unit-km2 = км²
unit-kt = тыс. т
unit-kt-yr = тыс. т в год
unit-m2 = м²
unit-m3 = м³
unit-m3-s = м³/с
unit-mg-kg = мг/кг
unit-mg-nm3 = мг/нм³
unit-million-eur = млн евро
unit-million-m3 = млн м³
unit-million-rub = млн российских рублей
unit-million-t-yr = млн т в год
unit-million-usd = млн долларов США
unit-msv-yr = мЗв в год
unit-ng-m3 = нг/м³
unit-people = человек
unit-percent = %
unit-posts = постов
unit-rank = (место)
unit-t = т
unit-t-person-yr = т в год на жителя
unit-t-yr = т в год
unit-thousand-people = тыс. человек
unit-times-limit = × норма
unit-ug-l = мкг/л
unit-ug-m3 = мкг/м³
unit-ur-h = мкР/ч
unit-year = год
unit-years = лет

# subkind

subkind-air = Воздух города
subkind-antimony = Сурьма
subkind-asbestos = Асбест
subkind-ash = Угольная зола
subkind-boron = Бор
subkind-chromite = Хромит
subkind-chromium = Хром
subkind-coal = Уголь
subkind-copper = Медь
subkind-gold = Золото
subkind-heavy-metals = Тяжёлые металлы
subkind-lead-zinc = Свинец и цинк
subkind-mercury = Ртуть
subkind-mine = Рудник
subkind-municipal = Бытовые отходы
subkind-polymetallic = Полиметаллические руды
subkind-rare-earth = Редкие земли
subkind-salt = Соль
subkind-test-site = Ядерный полигон
subkind-tungsten = Вольфрам и молибден
subkind-uranium = Уран

# status

status-active = Действует
status-closed = Закрыто
status-contained = Законсервировано
status-monitored = Под наблюдением
status-partly-remediated = Рекультивировано частично
status-planned-remediation = Рекультивация запланирована
status-remediated = Рекультивировано
status-under-remediation = Рекультивация идёт
status-unknown = Неизвестно

# pollutant

pollutant-as = Мышьяк (As)
pollutant-asbestos = Асбест
pollutant-b = Бор (B)
pollutant-ba = Барий (Ba)
pollutant-be = Бериллий (Be)
pollutant-cd = Кадмий (Cd)
pollutant-co = Оксид углерода (CO)
pollutant-coal-ash = Угольная зола и шлак
pollutant-cr = Хром (Cr)
pollutant-cr-vi = Шестивалентный хром (Cr VI)
pollutant-cs-137 = Цезий-137
pollutant-cu = Медь (Cu)
pollutant-cyanide = Цианиды
pollutant-dust = Пыль
pollutant-f = Фтор, фториды (F)
pollutant-fe = Железо (Fe)
pollutant-formaldehyde = Формальдегид
pollutant-h2s = Сероводород (H₂S)
pollutant-hg = Ртуть (Hg)
pollutant-mn = Марганец (Mn)
pollutant-municipal-waste = Бытовые отходы
pollutant-ni = Никель (Ni)
pollutant-nitrite = Нитриты (NO₂⁻)
pollutant-no2 = Диоксид азота (NO₂)
pollutant-no3 = Нитраты (NO₃)
pollutant-p4 = Белый фосфор (P₄)
pollutant-pb = Свинец (Pb)
pollutant-pcb = Полихлорбифенилы (ПХБ)
pollutant-pesticides = Пестициды
pollutant-phenol = Фенол
pollutant-phosphogypsum = Фосфогипс
pollutant-pm = Взвешенные частицы (PM)
pollutant-pm10 = Частицы PM10
pollutant-pm2-5 = Мелкие частицы PM2.5
pollutant-pu-239-240 = Плутоний-239/240
pollutant-ra-226 = Радий-226
pollutant-rn-222 = Радон-222
pollutant-salt-dust = Солевая пыль
pollutant-sb = Сурьма (Sb)
pollutant-so2 = Диоксид серы (SO₂)
pollutant-sr-90 = Стронций-90
pollutant-sulfate = Сульфаты
pollutant-th-230 = Торий-230
pollutant-th-232 = Торий-232
pollutant-u = Уран (U)
pollutant-u-238 = Уран-238
pollutant-zn = Цинк (Zn)

## Сколько людей живёт рядом

exposure-title = Сколько людей живёт рядом
exposure-radius = Радиус
exposure-interval =
    { $high ->
        [one] от { $low } до { $high } человека
        [few] от { $low } до { $high } человек
       *[other] от { $low } до { $high } человек
    }
exposure-at-most =
    { $high ->
        [one] не больше { $high } человека
        [few] не больше { $high } человек
       *[other] не больше { $high } человек
    }
exposure-central =
    { $people ->
        [one] около { $people } человека
        [few] около { $people } человек
       *[other] около { $people } человек
    }
exposure-no-data = здесь нет данных о населении: это не значит, что здесь никто не живёт
exposure-how = Как это посчитано?
exposure-by-oblast = По областям
exposure-elsewhere = вне областей, которые у нас есть
exposure-settlements-inside = Населённые пункты внутри
exposure-hotspots-inside = Другие очаги внутри
exposure-loading = Считаем…
exposure-failed = Посчитать не удалось. Проверьте интернет и попробуйте снова либо выберите меньший радиус.
exposure-within = В пределах { $distance }
exposure-circles = На карте: круг этого радиуса, а пунктиром вокруг него — докуда он может доходить, ведь положение может быть неточным на { $distance }.
exposure-few = меньше 1 человека
exposure-nobody = никого, по данным о населении
exposure-evenly = если внутри каждой ячейки данных люди живут равномерно
exposure-show-all = Показать все { $count }
exposure-show-fewer = Показать меньше
exposure-caveats = Что ещё нужно знать об этой цифре
exposure-none-inside = Нам такие не известны.

## Своя точка

pin-drop = Поставить точку
pin-drop-hint = Нажмите на карту
pin-remove = Убрать точку
pin-here = Люди возле этого места
radius-slider = Радиус вокруг места, в километрах
pin-drop-keys = С клавиатуры: передвиньте карту стрелками и нажмите Enter — точка встанет в центр.
pin-cancel = Не ставить точку
pin-label = Точка. Перетащите её или двигайте стрелками.
pin-hotspots-near = Очаги поблизости

## Вниз по реке

downstream-title = Вниз по реке
downstream-length = Длина пути
downstream-river-km = { $km } км по реке
downstream-ends-mouth = Путь кончается в устье реки.
downstream-ends-lake = Путь кончается в озере: там оседает многое из того, что несёт вода.
downstream-ends-edge = Путь кончается там, где кончаются наши линии рек. Сама река течёт дальше.
downstream-ends-distance = Путь кончается на заданном расстоянии. Сама река течёт дальше.
downstream-none = Рядом с этим местом в наших данных нет линии реки. Сама река здесь может быть.
downstream-show = Показать путь вниз по реке
downstream-hide = Убрать путь
downstream-people = В пределах { $distance } от пути
downstream-settlements = Населённые пункты на пути

## Зоны и методы

proximity-title = Близость очагов
proximity-score = Показатель близости
proximity-unit = на км
proximity-within =
    { $count ->
        [0] В пределах 5 км очагов нет: показатель — по ближайшему.
        [one] В пределах 5 км — { $count } очаг.
        [few] В пределах 5 км — { $count } очага.
       *[other] В пределах 5 км — { $count } очагов.
    }
proximity-left-out =
    { $count ->
        [one] Не учтён { $count } очаг: его положение известно слишком приблизительно.
        [few] Не учтены { $count } очага: их положение известно слишком приблизительно.
       *[other] Не учтены { $count } очагов: их положение известно слишком приблизительно.
    }
methods-title = Как это посчитано
methods-back = Назад к карте

## Оговорки, вместе с цифрами, к которым они относятся

caveat-position-accuracy = Положение известно с точностью { $accuracy } км, а радиус — { $radius } км. Поэтому одной цифры нет, есть только верхний предел.
caveat-no-hotspots = В выпуске нет таких мест в этой области. Это не значит, что её ничто не загрязняет.
caveat-no-population-data = Для этого места нет данных о населении. Это не значит, что здесь никто не живёт.
caveat-part-without-data = Для { $percent } % площади нет данных о населении. Живущие там в цифру не вошли.
caveat-smaller-than-cell =
    { $most ->
        [one] Площадь меньше одной ячейки данных о населении. Если эти данные верны, точно известно лишь одно: не меньше { $least } и не больше { $most } человека.
        [few] Площадь меньше одной ячейки данных о населении. Если эти данные верны, точно известно лишь одно: не меньше { $least } и не больше { $most } человек.
       *[other] Площадь меньше одной ячейки данных о населении. Если эти данные верны, точно известно лишь одно: не меньше { $least } и не больше { $most } человек.
    }
caveat-even-spread = Расчёт считает, что внутри каждой ячейки данных люди живут равномерно. На деле они живут в городах и сёлах.
caveat-worldpop-astana = WorldPop неверно размещает жителей некоторых городов. В границах Астаны по WorldPop 0,63 млн жителей, а по статистике 2023 года — 1,35 млн. В Темиртау и Караганде цифры тоже занижены.
caveat-gpw-even-over-raion = GPW распределяет людей равномерно по всему району: городов в нём не видно. В нашей копии есть известные ошибки, худшие — в больших городах. Поэтому он показан для сравнения и не учитывается.
caveat-towns-exceed = В населённых пунктах внутри, по их собственным источникам, { $residents } жителей — больше, чем здесь показывают данные о населении: данные могут размещать людей не там, или город выходит за круг.
caveat-towns-apart = Населённые пункты перечислены с числом жителей по их собственным источникам. К цифре они не прибавлены.
caveat-not-a-dose = Жить на таком расстоянии — ещё не доза, не болезнь и не доказательство вреда.
caveat-outside-covered = Часть людей живёт вне областей, которые у нас есть. Там цифра по областям не разбита.
caveat-places-left-out = Положение части мест (их { $count }) известно слишком приблизительно для этого радиуса: они учтены только в верхней границе.
caveat-zone-unverified = Ширину этой зоны мы в самом акте не прочитали. Она не проверена.
caveat-sources-differ = Учитываемые источники о населении расходятся здесь больше чем на треть. В интервал вошли самая низкая и самая высокая оценки.
caveat-no-river = Рядом с этим местом нет реки из наших данных.
caveat-river-line-coarse = Линия реки взята с карты масштаба 1:10 000 000 и может отстоять на километр-два. Линия, нанесённая вручную, может отстоять и больше.
caveat-river-edge = Река продолжается за краем наших данных. Населённые пункты ниже по течению не перечислены.

## Как сослаться на выпуск

citation-title = Очаги загрязнения Казахстана и Кыргызстана
citation-text = { $author } ({ $year }). { $title }. Набор данных, выпуск { $release }. { $url } (дата обращения: { $accessed }).
citation-undated = б. г.
citation-note = Части данных имеют лицензии своих источников: { $sources }

## Профиль области

profile-open = Всё об этой области
profile-back = Назад к карте
profile-on-map = Показать на карте
profile-loading = Собираем всё, что известно…
profile-failed = Профиль не загрузился. Проверьте интернет и попробуйте снова.
profile-as-of = По состоянию на { $date }
profile-since = В этих границах с { $date }
profile-until = В этих границах до { $date }
profile-between = В этих границах с { $from } до { $to }
profile-always = Других границ этой области мы не знаем
profile-area = Площадь: { $area } км²
profile-made-from = { $date } образована из:
profile-became = { $date } разделена на:
profile-split-off = В тот же день выделены:
profile-figures = Главные цифры
profile-hotspots-known =
    { $count ->
        [one] { $count } известный очаг
        [few] { $count } известных очага
       *[many] { $count } известных очагов
    }
profile-people-within = Живут не дальше { $distance } от очага
profile-by-kind = По видам
profile-by-status = По состоянию
profile-by-trust = По источникам
profile-people = Сколько людей живёт рядом с очагами
profile-people-note = Каждый человек посчитан один раз, даже если рядом два очага.
profile-radius = Радиус
profile-interval = Интервал
profile-central = Средняя оценка
profile-indicators = Цифры по годам
profile-other-indicators = Другие цифры
profile-towns = Города, воды и охраняемые территории
profile-as-table = Таблицей
profile-as-chart = Графиком
profile-chart-alt = График: { $name }. { $first } в { $from } году, { $last } в { $to } году. В таблице все цифры и источники.
profile-borders-changed = границы изменились
profile-legend-same = эти границы
profile-legend-other = другие границы
profile-legend-unknown = границы не указаны
profile-legend-unverified = не проверено
profile-other-area = другие границы: { $area }
profile-same-area = эти границы
profile-area-unknown = территория не указана
profile-conflict = Источники расходятся: { $years }
profile-year = Год
profile-value = Значение
profile-counted = Какая территория
profile-source = Источник
profile-indicator = Показатель
profile-projects = Что делается
profile-project-funder = Платит: { $name }
profile-project-budget = Бюджет: { $budget }
profile-measurements = Измерения
profile-limit = норматив { $limit }
profile-times-limit = { $times } × норматив
profile-protected = Охраняемые территории
profile-sources = Источники
profile-licence = лицензия: { $licence }
profile-licence-unknown = лицензия не указана
profile-hotspots-file = очаги
profile-figures-file = цифры
profile-citation = Террикон. { $name } ({ $code }), по состоянию на { $date }. Выпуск данных { $release }. { $url }
profile-description = Очаги загрязнения, люди рядом с ними и цифры по годам, у каждой — источник

project-kind-grant = Грант
project-kind-campaign = Кампания
project-kind-plan = План
project-kind-rehabilitation = Рекультивация
project-kind-monitoring = Наблюдения
project-kind-programme = Программа

# indicator

indicator-air-pollution-level = Уровень загрязнения воздуха
indicator-air-posts = Посты наблюдения за воздухом
indicator-air-posts-manual = Ручные посты наблюдения за воздухом
indicator-area = Площадь
indicator-area-biosphere = Площадь биосферного резервата
indicator-area-initial = Первоначальная площадь
indicator-area-ramsar = Площадь Рамсарского угодья
indicator-basin-area = Площадь бассейна
indicator-biosphere-reserve = Биосферный резерват с
indicator-built-year = Начало работы
indicator-closed-year = Конец работы
indicator-construction-waste-landfilled = Строительные отходы на полигонах
indicator-emissions-capture-rate = Доля уловленных веществ
indicator-emissions-co = Выбросы угарного газа (CO)
indicator-emissions-flaring = Выбросы от сжигания газа на факелах
indicator-emissions-limit = Лимит выбросов
indicator-emissions-nox = Выбросы оксидов азота
indicator-emissions-share-of-country = Доля в выбросах страны
indicator-emissions-so2 = Выбросы диоксида серы (SO₂)
indicator-emissions-solids = Выбросы твёрдых веществ
indicator-emissions-stationary = Выбросы в воздух, стационарные источники
indicator-emissions-stationary-half-year = Выбросы в воздух за полгода
indicator-emissions-transport = Выбросы транспорта
indicator-founded = Год основания
indicator-hazardous-waste-generated = Опасные отходы
indicator-household-waste-collected = Собрано бытовых отходов
indicator-household-waste-generated = Бытовые отходы
indicator-households-burying-waste = Хозяйства, закапывающие отходы
indicator-illegal-dumps = Незаконные свалки
indicator-illegal-dumps-found = Незаконные свалки, найденные из космоса
indicator-illegal-dumps-removed = Ликвидированные незаконные свалки
indicator-illegal-dumps-removed-share = Доля ликвидированных свалок
indicator-industrial-waste-accumulated = Накопленные промышленные отходы
indicator-iza5 = Индекс загрязнения воздуха (ИЗА5)
indicator-landfills = Полигоны отходов
indicator-landfills-conforming = Полигоны, соответствующие нормам
indicator-landfills-permitted = Полигоны с разрешением
indicator-length = Длина
indicator-mass = Масса
indicator-mouth-position = Положение устья
indicator-operator = Оператор
indicator-pm25-annual-mean = PM2.5 в воздухе, среднее за год
indicator-pollution-level = Уровень загрязнения
indicator-population = Население
indicator-position = Положение
indicator-quality-class = Класс качества воды
indicator-quality-level = Уровень качества воды
indicator-recycling-rate = Переработано бытовых отходов
indicator-source-position = Положение истока
indicator-space-monitoring-cover = Доля территории под наблюдением из космоса
indicator-stationary-sources-count = Стационарные источники выбросов
indicator-status = Состояние
indicator-taza-qazaqstan-waste-collected = Отходы, собранные в кампании «Таза Қазақстан»
indicator-volume = Объём
indicator-waste-landfilled = Отходы на полигонах
indicator-waste-plots-allotted = Участки, отведённые под отходы
indicator-waste-share-of-country = Доля в отходах страны
indicator-waste-sites = Места размещения отходов
indicator-waste-sites-with-land-act = Места отходов с документами на землю
indicator-waste-sorted = Отсортировано отходов

# medium

medium-air = воздух
medium-water = вода
medium-sediment = донные отложения
medium-soil = почва
medium-dust = осевшая пыль
medium-food = пища
medium-body = тело человека
medium-waste = сами отходы

# pollutant

pollutant-gamma = Гамма-излучение
pollutant-hcho = Формальдегид (HCHO)

# unit

unit-billion-t = млрд т
unit-companies = компаний
unit-containers = контейнеров
unit-dumps = свалок
unit-enterprises = предприятий
unit-landfills = полигонов
unit-mg-dm3 = мг/дм³
unit-mg-m3 = мг/м³
unit-million-t = млн т
unit-permille = ‰
unit-plots = участков
unit-sections = створов
unit-sites = мест
unit-sources = источников
unit-t-day = т в сутки

caveat-profile-known-hotspots = Посчитаны очаги этого выпуска, а не все, какие есть.
caveat-profile-other-area = Часть цифр относится к годам, когда у области были другие границы. Они отмечены, и напрямую сравнивать их с остальными нельзя.
caveat-profile-conflicts = За некоторые годы источники дают разные цифры. Показаны все.
caveat-profile-unverified = Часть цифр не проверена: их источника мы не прочитали. Они отмечены.
caveat-profile-no-indicators = В выпуске нет цифр по годам для этой области. Это не значит, что их не существует.
caveat-profile-no-projects = О проектах здесь мы не знаем. Это не значит, что ничего не делается.
caveat-profile-no-measurements = В выпуске нет измерений у очагов этой области.
caveat-profile-no-protected-areas = В выпуске нет охраняемых территорий в этой области.

## Problems of the HTTP API: what is wrong, and what to do

problem-bad-request-title = Запрос не читается
problem-bad-request-detail = Адрес или заголовок запроса не удаётся прочитать.
problem-conflicting-parameters-title = Два параметра противоречат друг другу
problem-conflicting-parameters-detail = Укажите либо { $parameter }, либо { $other }, но не оба.
problem-internal-title = Сбой сервера
problem-internal-detail = Это не ваша ошибка. Причина записана в журнале сервера.
problem-invalid-bbox-title = Рамка не читается
problem-invalid-bbox-detail = «{ $value }» — не рамка в градусах.
problem-invalid-bbox-crs-detail = «{ $value }» — не рамка в { $crs }.
problem-invalid-cursor-title = Курсор не читается
problem-invalid-cursor-detail = Параметр { $parameter } выдан не этим сервером.
problem-invalid-date-title = Дата не читается
problem-invalid-date-detail = «{ $value }» — не дата для { $parameter }.
problem-invalid-geometry-title = С такой геометрией работать нельзя
problem-invalid-geometry-detail = { $value }
problem-invalid-limit-title = Число строк не читается
problem-invalid-limit-detail = «{ $value }» — не целое число от 1 до { $most }.
problem-invalid-number-title = Число не читается
problem-invalid-number-detail = «{ $value }» — не число от { $least } до { $most }, каким должен быть параметр { $parameter }.
problem-method-not-allowed-title = Здесь можно только читать
problem-method-not-allowed-detail = Этот адрес отвечает только на GET и HEAD.
problem-missing-parameter-title = Не хватает параметра
problem-missing-parameter-detail = Нужен параметр { $parameter }.
problem-not-acceptable-title = Такого формата нет
problem-not-acceptable-detail = Ни один из форматов, которые принимает запрос, здесь не выдаётся.
problem-not-found-title = По этому адресу ничего нет
problem-not-found-detail = Проверьте адрес или начните с /api.
problem-oblast-not-on-date-title = В этот день такой области не было
problem-oblast-not-on-date-detail = «{ $value }» действует с { $from } по { $to }, но не { $date }.
problem-outside-crs-title = Вне области системы координат
problem-outside-crs-detail = { $id } нельзя дать в { $crs }: слишком далеко.
problem-overloaded-title = Слишком много запросов сразу
problem-overloaded-detail = Сервер занят другими запросами.
problem-payload-too-large-title = Запрос слишком большой
problem-payload-too-large-detail = В запросе может быть не больше { $most } байт.
problem-range-not-satisfiable-title = Диапазон вне файла
problem-range-not-satisfiable-detail = «{ $value }» — не диапазон файла в { $length } байт.
problem-repeated-parameter-title = Параметр указан дважды
problem-repeated-parameter-detail = Параметр { $parameter } встречается несколько раз.
problem-stale-cursor-title = Данные изменились между страницами
problem-stale-cursor-detail = Курсор относится к выпуску { $release }, а запрос читает выпуск { $current }.
problem-storage-full-title = Нет места для файла
problem-storage-full-detail = На диске сервера не осталось места, чтобы создать этот файл.
problem-timeout-title = Сервер не ответил вовремя
problem-timeout-detail = Запрос занял слишком много времени и был прерван.
problem-too-long-title = Текст слишком длинный
problem-too-long-detail = В параметре { $parameter } может быть не больше { $most } знаков.
problem-too-many-title = Слишком много за один раз
problem-too-many-detail = { $what }: { $count }; за один запрос — не больше { $most }.
problem-unavailable-title = Данные сейчас недоступны
problem-unavailable-detail = Хранилище не отвечает. Причина записана в журнале сервера.
problem-unavailable-empty-detail = Здесь ещё не опубликовано ни одного выпуска.
problem-unknown-collection-title = Такой коллекции нет
problem-unknown-collection-detail = Нет коллекции с именем «{ $value }».
problem-unknown-feature-title = В этом выпуске такого места нет
problem-unknown-feature-detail = В коллекции { $collection } нет объекта с идентификатором «{ $id }».
problem-unknown-layer-title = Такого слоя нет
problem-unknown-layer-detail = Нет слоя с именем «{ $value }».
problem-unknown-oblast-title = Такой области нет
problem-unknown-oblast-detail = «{ $value }» — не код и не название области.
problem-unknown-parameter-title = Такого параметра нет
problem-unknown-parameter-detail = Этот адрес не знает параметра «{ $parameter }».
problem-unknown-release-title = Этот выпуск не выдаётся
problem-unknown-release-detail = Выпуска «{ $value }» здесь нет.
problem-unknown-tile-title = Такого тайла нет
problem-unknown-tile-detail = { $value } вне сетки тайлов: масштаб от 0 до 14, столбец и строка от 0 до 2 в степени масштаба минус один.
problem-unknown-value-title = Значение неизвестно
problem-unknown-value-detail = Параметр { $parameter } не знает значения «{ $value }».
problem-filter-mismatch-title = Значение не подходит к фильтру
problem-filter-mismatch-detail = { $property } в параметре { $parameter } не сочетается с { $value }.
problem-filter-shape-title = С фигурой фильтра нельзя работать
problem-filter-shape-detail = { $parameter }: «{ $value }» — не фигура, с которой можно сравнивать.
problem-foreign-cursor-title = Курсор от другого списка
problem-foreign-cursor-detail = Параметр { $parameter } выдан для другого фильтра, порядка или языка.
problem-invalid-filter-title = Фильтр не читается
problem-invalid-filter-detail = { $parameter } не читается со знака { $at }: «{ $value }».
problem-too-complex-title = Слишком много частей
problem-too-complex-detail = В параметре { $parameter } может быть не больше { $depth } уровней вложенности и { $most } частей, каждая один раз.
problem-unknown-function-title = Такой функции нет
problem-unknown-function-detail = { $parameter } не знает функции или оператора «{ $value }» с такими аргументами.
problem-unknown-property-title = Такого свойства нет
problem-unknown-property-detail = { $parameter }: в коллекции { $collection } здесь нет ничего с именем «{ $value }».
problem-uri-too-long-title = Адрес слишком длинный
problem-uri-too-long-detail = В адресе может быть не больше { $most } знаков.

hint-bbox-crs-order = Четыре числа в порядке системы координат: наименьшие первое и второе, наибольшие первое и второе. Широта или северное направление идёт первой в EPSG:4326, 4284 и 28408–28415.
hint-bbox-order = Четыре числа: запад, юг, восток, север. Долгота от −180 до 180, широта от −90 до 90, юг меньше севера.
hint-bbox-swapped = Похоже, долгота и широта перепутаны: порядок — запад, юг, восток, север.
hint-crs-area = Возьмите зону, где лежат места, или уберите crs: тогда всё придёт в градусах.
hint-date-form = Пишите день как 2021-06-30, период как 2021-01-01/2021-12-31.
hint-division-of-date = Укажите дату, когда область действует, или выберите область того дня.
hint-format-later = Возьмите один из доступных форматов.
hint-geometry-form = Пришлите GeoJSON в градусах, долгота перед широтой: Point, LineString, Polygon, несколько таких или Feature.
hint-limit-range = Уберите limit или укажите целое число от 1.
hint-one-parameter = Укажите его один раз; несколько слов пишутся в одном параметре через запятую.
hint-publish-first = Попробуйте позже. Выпуск публикует тот, кто ведёт сервер, командой terrikon ingest.
hint-read-only = Используйте GET.
hint-start-again = Запросите первую страницу снова, без курсора.
hint-try-later = Попробуйте снова чуть позже.
hint-use-current-release = Возьмите доступный выпуск или уберите параметр.
hint-use-command-line = Пришлите меньше за один раз или возьмите командную строку: terrikon exposure принимает любое число мест.
hint-use-search = Возможно, оно переименовано: попробуйте /api/search?q=
hint-filter-form = Пишите на CQL2, например kind = 'dump' AND name_en LIKE 'Kara%': тексты в одинарных кавычках, кавычка внутри удваивается.
hint-filter-shape-form = Градусы в WKT, GeoJSON или BBOX, долгота перед широтой; кольца замкнуты и не пересекают себя.
hint-see-queryables = Что хранит каждое свойство, сказано в списке queryables коллекции.

## Страницы API

api-title = Данные для исследований
api-collections = Коллекции
api-formats = Другие форматы
api-standards = Стандарты
api-features = Объекты
api-links = Ссылки
api-extent = Охват
api-systems = Системы координат
api-count = { $returned } из { $matched }
api-prev = Предыдущая страница
api-next = Следующая страница

## Картинки карты

picture-title = { $area }: очаги загрязнения
picture-credit = © Террикон, выпуск данных { $release }, на { $date }.
picture-facts = Источники фактов: { $sources }
picture-date = { $day }.{ $month }.{ $year }
picture-scale-at = на { $latitude }° с. ш.
picture-north = С
picture-unverified = Контур: не проверено
picture-imprecise = В кольце: известен только город или район, а не место
picture-accuracy = Бледный круг: место где-то внутри него
picture-cluster = Число: столько мест рядом
picture-shape = Сам загрязнённый участок
picture-zone-read = Зона по закону: { $distance }
picture-zone-unread = Зона по закону: { $distance }, ширина не проверена
picture-zone-screening = Для сравнения, не по закону: { $distance }
problem-invalid-size-title = Размер не читается
problem-invalid-size-detail = «{ $value }» не подходит для { $parameter }: нужны ширина и высота от { $least } до { $most } пикселей, например 1200x630.

## Страницы очагов и областей

page-other-names = Другие названия
page-since = С каких пор
page-unknown = неизвестно
page-people-caption = Люди в пределах обычных радиусов
page-near = Что рядом
page-near-towns = Населённые пункты в пределах { $distance }
page-near-hotspots = Другие очаги в пределах { $distance }
page-town = Населённый пункт
page-distance = Расстояние
page-more-towns = и ещё { $count }
page-facts-language = Примечания и пояснения к фактам — только на английском языке.
page-zone = Зона
page-zone-width = Ширина
page-zone-act = Акт и источник
page-zone-choice = Как выбрана
page-substance = Вещество
page-limit = Норматив
page-when = Когда и кто сообщает
page-history = Что рассказывают источники, по годам
page-projects = Проекты
page-no-projects = О проектах в этом месте нам неизвестно. Это не значит, что ничего не делается.
page-no-measurements = В этом выпуске нет замеров в этом месте.
page-sourced-values =
    { $count ->
        [0] Сведений с источниками пока нет.
        [one] { $count } значение с источником.
        [few] { $count } значения, у каждого источник.
       *[other] { $count } значений, у каждого источник.
    }
page-picture-alt = Карта: { $name } и окрестности
page-file-hotspot = очаг с утверждениями и источниками
page-file-claims = утверждения построчно
page-file-zones = зоны с их контурами
page-cite-release = Весь выпуск данных
page-cite-text = текстом
page-pictures = Картинки
page-embed = На вашем сайте
page-embed-open = Собрать код для вставки
page-report = Что-то не так?
page-report-note = Напишите, что именно, и назовите источник, который мы сможем прочитать. Место и выпуск данных уже указаны.
page-report-do = Сообщить об ошибке
page-report-subject = Террикон: ошибка, { $id }
page-report-body =
    Страница: { $url }
    Выпуск данных: { $release }

    Что не так:

    Источник:
curve-title = Люди вокруг по радиусу: { $name }
curve-most = до { $people } человек
curve-people = Люди
curve-radius = Радиус, км
curve-note = Полоса — от наименьшего до наибольшего возможного числа людей. Линия — среднее значение там, где его можно назвать.
curve-file = Рисунок файлом (SVG)
missing-note = Возможно, в адресе опечатка или место переименовали.
missing-alike = Может быть, вы искали
missing-ways = Куда дальше
missing-list = Все очаги списком
missing-map = Карта

## Встроенная карта

embed-label = Террикон: карта очагов загрязнения
embed-picture = Картинка карты. Те же места есть в списке под ней.
embed-open = Открыть карту
embed-list = То же списком
embed-more = Подробно, с источниками
embed-accuracy = положение ± { $distance }
embed-whole = Показать обе страны
embed-back = Открыть на Терриконе
embed-release = выпуск данных { $release }
embed-hotspots-source = Очаги: Террикон; источники каждого указаны на его странице.
embed-failed = Не всё удалось загрузить.
embed-retry = Повторить
embed-wrong = Эти настройки карты прочитать нельзя: { $names }.
embed-release-gone = Выпуск { $release } больше не хранится; показан последний.
embed-scroll-ctrl = Чтобы менять масштаб, прокручивайте с нажатой клавишей Ctrl
embed-scroll-command = Чтобы менять масштаб, прокручивайте с нажатой клавишей ⌘
embed-scroll-fingers = Двигайте карту двумя пальцами

## Для изданий: что встроить

publish-title = Карта на вашем сайте
publish-intro = Выберите, что покажет карта, и скопируйте код, картинку или ссылку для цитирования.
publish-open = Встроить эту карту
publish-settings = Что она показывает
publish-place-chosen = Место: { $name }
publish-place-none = Место не выбрано: вся карта
publish-place-clear = Убрать место
publish-height = Высота в пикселях
publish-release = Данные
publish-release-latest = всегда последние
publish-release-pinned = выпуск { $release }, как сегодня
publish-release-note = Последние данные меняются с каждым выпуском. Названный выпуск не меняется никогда; если его больше не хранят, карта скажет об этом и покажет последний.
publish-load = Сначала
publish-load-interaction = картинка, а карта, когда её откроют
publish-load-visible = сразу карта
publish-preview = Как это выглядит
publish-element = Код для вашей страницы
publish-element-note = Карта становится частью страницы: её шрифт, её ширина.
publish-frame = Код для редакционной системы
publish-frame-note = Рамка, если скрипты не разрешены. Там, где работает oEmbed, достаточно вставить ссылку на карту, очаг или область.
publish-copy = Скопировать код
publish-picture = Картинка
publish-picture-note = 1200 × 630 пикселей, источник указан на самой картинке.
publish-picture-download = Скачать картинку
publish-citation = Террикон. { $name }. Выпуск данных { $release }. { $url }
publish-size = Пока карту не открыли, статья загружает { $article } КБ и картинку; с картой ещё { $map } КБ, из них { $maplibre } КБ занимает библиотека рисования, и данные того, что видно.
problem-format-not-written-title = В таком виде ответа нет
problem-format-not-written-detail = «{ $value }» — не вид ответа.
problem-not-ours-title = Это не наш адрес
problem-not-ours-detail = «{ $value }» — не карта и не страница очага или области.

## Области, закрашенные по показателю

shade-label = Закрасить области по показателю
shade-none = без закраски
shade-exposure = люди возле очагов
shade-hotspots = известные очаги
shade-emissions-stationary = выбросы в воздух
shade-classes-label = Классы значений
shade-no-figure = нет данных
shade-class-all = все значения одинаковы
shade-class-below = меньше { $below }
shade-class-between = от { $from } до { $below }
shade-class-from = { $from } и больше
shade-classes-all-years = Классы — по естественным интервалам, одни для всех лет; нижняя граница входит в класс.
shade-classes-shown = Классы — по естественным интервалам показанных значений; нижняя граница входит в класс.
shade-borders = Границы на { $date }.
shade-own-count = Подсчитано в выпуске данных { $release }.
shade-figures = Значения по областям
shade-nothing = Для этого времени и этих границ значений нет.
shade-others = другие источники: { $values }
indicator-exposure = Люди в пределах 10 км от известных очагов
indicator-hotspots = Известные очаги
unit-hotspots = очагов
caveat-shading-absolute = Это числа для области в целом: у большой области они могут быть больше просто потому, что она большая.
caveat-shading-one-source = Где источники расходятся, на карте показан тот, у кого есть данные по большему числу областей. Остальные — в таблице.
caveat-shading-other-area = Число, подсчитанное в других границах, не показано: такая область заштрихована.

# why: an oblast has no figure
shading-why-no-figure = источники не дают значения
shading-why-other-area = данные — для других границ
shading-why-no-hotspots = нет известных очагов
shading-why-vague = места известны с точностью хуже 10 км
shading-why-no-population = нет данных о населении

## Время на карте

time-label = Показанное время
time-sooner = Раньше
time-later = Позже
time-until = до { $date }
time-since = с { $date }
time-between = { $since } – { $until }
card-label = Что показано на карте
card-close = Вернуться к обычной карте на сегодня

## Что видно на карте, словами

contents-label = Очаги в поле зрения
contents-count =
    { $count ->
        [0] В поле зрения нет очагов
        [one] В поле зрения { $count } очаг
        [few] В поле зрения { $count } очага
       *[other] В поле зрения { $count } очагов
    }
contents-cluster =
    { $count ->
        [one] { $count } очаг рядом: приблизить
        [few] { $count } очага рядом: приблизить
       *[other] { $count } очагов рядом: приблизить
    }
contents-more =
    { $count ->
        [one] и ещё { $count }; все — в списке
        [few] и ещё { $count }; все — в списке
       *[other] и ещё { $count }; все — в списке
    }

## Рядом с читателем

near-me-privacy = Браузер спросит, можно ли этой странице знать, где вы. Точное место остаётся на вашем устройстве: расстояния измеряются здесь. На этот сайт уходит только место, округлённое примерно до километра, чтобы подсчитать людей; оно же — в ссылке, которой можно поделиться. Страница ничего не хранит.
near-me-locate = Определить, где я
near-me-pin = Указать место на карте
near-me-search = Или введите название города в поиск.
near-title = Рядом с вами
near-rounded = Место округлено, отклонение — до { $distance }. Люди подсчитаны для всех мест, где вы можете быть, поэтому интервалы широкие.
near-filtered = Показаны только очаги, которые подходят под ваш отбор.
near-within = Очаги, которые могут быть в пределах { $distance }
near-none = На этом расстоянии нет ни одного. Ближайший:
near-share = Ссылка, чтобы поделиться: в ней только округлённое место
near-survey = Люди и очаги вокруг этого места
rings-title = На разных расстояниях
rings-radius = Расстояние
rings-people = Люди
rings-hotspots = Очаги

## На бумаге

print-button = Напечатать карту, список и легенду
print-made = Напечатано { $date }
print-legend = Легенда
print-list = Очаги, которые подходят под отбор
