/** Concepts: charts, data, science and development. Columns as in `CONCEPT_AREAS`. */
export const CHARTS_AND_DEVELOPMENT = `
chart-column chart-bar bar-chart bar-chart-2 chart-bar-big chart-no-axes-column | bar chart, bar graph, column chart, statistics, stats, analytics, graph, report, diagram, metrics | balkendiagramm, säulendiagramm, diagramm, statistik, auswertung | diagramme à barres, histogramme, statistiques, graphique | gráfico de barras, estadísticas, gráfica, gráfico | столбчатая диаграмма, статистика, график, аналитика, гистограмма
chart-pie pie-chart chart-donut | pie graph, donut chart, doughnut chart, pie chart | kreisdiagramm, tortendiagramm | camembert, diagramme circulaire | gráfico circular, gráfico de tarta | круговая диаграмма
chart-line line-chart chart-spline chart-area | line graph, graph, line chart | liniendiagramm, kurve | courbe, graphique linéaire | gráfico de líneas | линейный график, график
trending-up arrow-up-right growth chart-arrows-vertical | growth, increase, rising, rise, grow, profit | wachstum, steigend, anstieg, aufwärtstrend | croissance, hausse, tendance | crecimiento, aumento, tendencia | рост, увеличение, тренд, рост вверх
trending-down | decrease, decline, loss, falling, drop in value | sinkend, rückgang, verlust | baisse, chute, déclin | caída, descenso, pérdida | падение, спад, снижение
gauge speedometer brand-speedtest dashboard | speed, speed test, performance, meter, tachometer, speedometer | tacho, tachometer, geschwindigkeit, leistung | vitesse, compteur, performance | velocímetro, velocidad, rendimiento | скорость, спидометр, производительность
code code-xml code-2 source-code | source code, coding, programming, developer, html, angle brackets, embed | quellcode, programmieren, entwickler, code | code source, programmation, développeur | código, programación, desarrollador | код, исходный код, программирование, разработчик
terminal square-terminal terminal-2 terminal-square prompt | console, command line, shell, cli, bash | konsole, kommandozeile, terminal, eingabeaufforderung | console, ligne de commande, invite de commande | consola, línea de comandos | терминал, консоль, командная строка
braces curly-braces code-dots brackets | curly brackets, curly braces, brackets | geschweifte klammern, klammern | accolades, crochets | llaves, corchetes | фигурные скобки, скобки
git-branch branch | version control, branching | zweig, verzweigung | branche | rama | ветка, ветвь
git-pull-request pull-request git-merge | merge request, pr, pull request | pull request | demande de fusion | solicitud de extracción | пулреквест, запрос на слияние
git-commit git-commit-horizontal commit | commits, revision | commit | commit | confirmación | коммит
webhook api plug-connected | api, integration, endpoint, interface | schnittstelle, integration | intégration, interface | integración, interfaz | интеграция, интерфейс, апи
puzzle blocks component plug | plugin, extension, add-on, addon, jigsaw, puzzle piece, module | erweiterung, puzzleteil, modul | extension, module, pièce de puzzle | extensión, rompecabezas, módulo, complemento | расширение, пазл, модуль, плагин, дополнение
box cube package | cube, 3d, three dimensional | würfel, kasten | cube, boîte | cubo, caja | куб, кубик
flask-conical flask beaker test-tube | experiment, science, lab, laboratory, chemistry, test, beta | labor, experiment, chemie, wissenschaft, kolben | expérience, laboratoire, chimie, science | experimento, laboratorio, química, ciencia | эксперимент, лаборатория, химия, наука, колба
microscope telescope | research, science, laboratory | mikroskop, forschung | microscope, recherche scientifique | microscopio, investigación | микроскоп, исследование
atom atom-2 | physics, nuclear, react | atom, physik | atome, physique | átomo, física | атом, физика
variable function square-function math-function sigma | formula, equation, math, maths, mathematics | formel, funktion, mathematik | formule, fonction, mathématiques | fórmula, función, matemáticas | формула, функция, математика
workflow sitemap git-merge automation | process, flow, flow chart, flowchart, pipeline, automation | arbeitsablauf, prozess, ablauf | flux de travail, processus | flujo de trabajo, proceso | рабочий процесс, процесс, автоматизация
graduation-cap school certificate | graduate, student, learn, education, mortarboard, course, studies | doktorhut, student, lernen, abschluss, studium | diplôme, étudiant, apprendre, études | graduación, estudiante, aprender, estudios | выпускник, студент, учёба, обучение, диплом
`;
