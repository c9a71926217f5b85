using DialInsight.Pseudonyms;

namespace DialInsight.Benchmarks.Pseudonyms.Generated;

/// <summary>What the third English templates are filled with: names of many origins, in any case.</summary>
internal sealed class ThirdEnglishValues(Random random)
{
    private static readonly string[] s_first =
    [
        "Sukanya", "Balvinder", "Parthiban", "Hemlata", "Jaswinder", "Nandkishore", "Ravikiran", "Sharvani", "Yogita", "Devansh", "Ghazala", "Mudassar", "Nosheen", "Zarghuna", "Shamsuddin", "Rukhsar", "Tayyaba", "Bassem", "Hayfa", "Lamees", "Qusai", "Sundus", "Wijdan",
        "Keyvan", "Parvaneh", "Bijan", "Gülizar", "Serkan", "Oytun", "Nazlıcan", "Adwoa", "Chukwudi", "Folasade", "Kgomotso", "Mthunzi", "Nakia", "Oumou", "Sefu", "Temperance", "Wambui", "Yewande", "Zodwa", "Bintou", "Xiaofeng", "Jiawei", "Yuchen", "Zihan", "Mengyao",
        "Haoran", "Tzu-Ying", "Chih-Hao", "Min-seok", "Ha-eun", "Jeong-hwa", "Shinnosuke", "Chihiro", "Masaharu", "Kazuyoshi", "Thuy Linh", "Quang Huy", "Bao Ngoc", "Somchai", "Wanida", "Ketut", "Suharto", "Nurul", "Jejomar", "Maricris", "Bohuslav", "Zdenka", "Radomir",
        "Vasilisa", "Yaroslav", "Oksana", "Miroslaw", "Grażyna", "Dovydas", "Ilze", "Toomas", "Aleksandrs", "Tihomir", "Ljiljana", "Besnik", "Arta", "Eleftheria", "Stavros", "Gheorghe", "Ileana", "Szilárd", "Réka", "Annikki", "Tuomo", "Sigríður", "Þór", "Ingunn", "Torbjørn",
        "Marjolein", "Joost", "Ottoline", "Sieglinde", "Hansjörg", "Clémence", "Gwenaël", "Apolline", "Ximena", "Joaquín", "Itziar", "Baltasar", "Fernão", "Graciete", "Ermenegildo", "Ludovica", "Caoilfhionn", "Tadhg", "Eilidh", "Rhydian", "Keanu", "Moana", "Tevita", "Leilani",
        "Aroha", "Shoshana", "Yitzhak", "Tzipporah", "Dontavious", "LaShonda", "Braxton", "Kaylee", "Jaxon", "Addison", "Michael", "Jennifer", "Robert", "Patricia", "David", "Susan", "Karen", "Brian", "Emma", "Olivia", "Noah", "Liam", "Ava", "Grace", "Will", "Mark", "Rose", "Dawn", "Miles", "Hope", "Chase", "Summer",
    ];

    private static readonly string[] s_last =
    [
        "Venkatraghavan", "Chakravarthy", "Bhattacharjee", "Dhaliwal", "Gunasekaran", "Kulkarni", "Ramanujan", "Wickremasinghe", "Qazi", "Siddiqi", "Bukhari", "Al-Masri", "El Haddad", "Haddadin", "bin Saleh", "Ghorbani", "Tavakoli", "Karaca", "Yıldırım", "Acheampong", "Onwuachi", "Adeyemi", "Nkomo", "Mabaso", "Tshivhase", "Gebreselassie", "Wolde", "Kiplagat",
        "Ouyang", "Zheng", "Xu", "Liao", "Tsai", "Choi", "Hwang", "Shimazaki", "Kawaguchi", "Matsuda", "Pham", "Truong", "Srisai", "Wibowo", "Macaraeg", "Dimaculangan", "Havlíček", "Dvořák", "Kovalenko", "Shevchuk", "Zhukova", "Wiśniewska", "Kazlauskas", "Ozoliņš", "Tamm", "Marković", "Hoxha", "Papadimitriou", "Constantinescu", "Szabo", "Virtanen", "Guðmundsson",
        "Lindqvist", "Haugen", "van den Heuvel", "de Vries", "von Hohenstein", "Müller-Brandt", "Lefebvre", "d'Aubigny", "Echeverría", "Zubizarreta", "Quispe", "Figueiredo", "dos Santos", "Bevilacqua", "Ó Súilleabháin", "MacGillivray", "Llewellyn", "Kealoha", "Tuilagi", "Rosenzweig", "Ben-David", "Washington", "Fitzwilliam", "Ackerman", "Thornbury", "Smith", "Johnson", "Brown", "Green", "Young", "Park", "Hill", "Wood", "Rivers", "Bishop", "Fox",
    ];

    private readonly SecondEnglishValues _second = new(random);

    /// <summary>What a slot of a template is filled with.</summary>
    public Planted Of(string slot) => slot switch
    {
        "other" => new(Whole(), IdentifierType.Name),
        "lowerother" => new(Whole().ToLowerInvariant(), IdentifierType.Name),
        "upperother" => new(Whole().ToUpperInvariant(), IdentifierType.Name),
        "otherfirst" => new(Pick(s_first), IdentifierType.Name),
        "lowerfirst" => new(Pick(s_first).ToLowerInvariant(), IdentifierType.Name),
        "otherlast" => new(Pick(s_last), IdentifierType.Name),
        _ => _second.Of(slot),
    };

    private string Whole() => $"{Pick(s_first)} {Pick(s_last)}";

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
