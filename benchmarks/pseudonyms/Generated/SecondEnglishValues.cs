using DialInsight.Pseudonyms;

namespace DialInsight.Benchmarks.Pseudonyms.Generated;

/// <summary>What the second English templates are filled with: names of other lists, identifiers with their words in front, numbers in pairs and with breaks, and what looks like names.</summary>
internal sealed class SecondEnglishValues(Random random)
{
    private static readonly string[] s_first = ["Imani", "Declan", "Noor", "Piotr", "Leilani", "Gustavo", "Amara", "Wesley", "Chloe", "Tariq", "Beatriz", "Sven", "Nadia", "Curtis", "Yara", "Bogdan", "Penelope", "Ikenna", "Mei", "Anthony", "Barbara", "Stephen", "Angela", "Raymond", "Denise", "Gareth", "Niamh", "Arjun", "Kavita", "Hamza", "Jolene", "Ezekiel", "Tamara", "Ruben", "Astrid", "Faith", "Dale", "Joy", "Frank", "Rich", "Dawn", "Carter"];
    private static readonly string[] s_last = ["Okeke", "Gallagher", "Santos", "Wojcik", "Kahananui", "Figueroa", "Diallo", "Prescott", "Nguyen", "Farooqi", "Carvalho", "Bergstrom", "Rahman", "Simmons", "Khoury", "Ionescu", "Ashworth", "Eze", "Zhang", "Rossi", "Peterson", "Walsh", "Iyer", "Chaudhry", "Baptiste", "Hendricks", "Novak", "Castillo", "Lindgren", "Cook", "King", "Price", "Long", "Stone", "Marsh", "Bell"];
    private static readonly string[] s_digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    private readonly EnglishValues _first = new(random);

    public string First { get; } = Pick(random, s_first);

    public string Last { get; } = Pick(random, s_last);

    /// <summary>What a slot of a template is filled with.</summary>
    public Planted Of(string slot) => slot switch
    {
        "name" => new($"{First} {Last}", IdentifierType.Name),
        "first" => new(First, IdentifierType.Name),
        "last" => new(Last, IdentifierType.Name),
        "other" => new($"{Pick(random, s_first)} {Pick(random, s_last)}", IdentifierType.Name),
        "otherfirst" => new(Pick(random, s_first), IdentifierType.Name),
        "lowerfirst" => new(Pick(random, s_first).ToLowerInvariant(), IdentifierType.Name),
        "otherlast" => new(Pick(random, s_last), IdentifierType.Name),
        "policy" => new(Pick(random, $"POL-{Checked.Digits(random, 8)}", $"HX{Checked.Digits(random, 7)}", $"{Checked.Digits(random, 3)}-{Checked.Digits(random, 6)}-{Checked.Digits(random, 2)}", Checked.Digits(random, 10)), IdentifierType.IdCard),
        "vin" => new($"1HGCM{Checked.Digits(random, 5)}A{Checked.Digits(random, 6)}", IdentifierType.IdCard),
        "member" => new(Pick(random, $"W{Checked.Digits(random, 9)}", $"XQH{Checked.Digits(random, 9)}", Checked.Digits(random, 11)), IdentifierType.IdCard),
        "medicare" => new($"{random.Next(1, 9)}EG{random.Next(0, 9)}-TE{random.Next(0, 9)}-MK{Checked.Digits(random, 2)}", IdentifierType.IdCard),
        "passport" => new(Pick(random, Checked.Digits(random, 9), $"N{Checked.Digits(random, 7)}", $"{Checked.Digits(random, 2)}AB{Checked.Digits(random, 5)}"), IdentifierType.Passport),
        "aliennumber" => new($"A{Checked.Digits(random, 9)}", IdentifierType.IdCard),
        "student" => new(Pick(random, Checked.Digits(random, 7), $"S{Checked.Digits(random, 8)}", $"{random.Next(2015, 2025)}-{Checked.Digits(random, 5)}"), IdentifierType.IdCard),
        "itin" => new($"9{Checked.Digits(random, 2)}-{random.Next(70, 88)}-{Checked.Digits(random, 4)}", IdentifierType.IdCard),
        "routing" => new(Checked.Digits(random, 9), IdentifierType.BankCard),
        "account" => new(Checked.Digits(random, random.Next(8, 13)), IdentifierType.BankCard),
        "pairphone" => new(Pairs(), IdentifierType.Phone),
        "fillerphone" => new(Broken(), IdentifierType.Phone),
        "mixedphone" => new(Mixed(), IdentifierType.Phone),
        "eatery" => new(Pick(random, "Trattoria Bella", "Golden Dragon Restaurant", "Luigi's Pizzeria", "Taj Mahal Grill", "Chez Margot Bistro", "Murphy's Pub", "Olive Garden", "Wendy's"), null),
        "drug" => new(Pick(random, "Amoxicillin", "Metformin", "Lisinopril", "Atorvastatin", "Omeprazole", "Sertraline", "Albuterol", "Ibuprofen", "Tylenol", "Gabapentin"), null),
        "media" => new(Pick(random, "Stranger Things", "The Crown", "Coldplay", "Radiohead", "Breaking Bad", "Imagine Dragons", "Star Trek", "The Office"), null),
        "heading" => new(Pick(random, "Quarterly Sales", "Customer Support", "Shipping", "Grocery", "Home Delivery", "Warranty", "Refund Policy"), null),
        "version" => new($"{random.Next(1, 20)}.{random.Next(0, 10)}.{random.Next(0, 30)}", null),
        "gate" => new($"{Pick(random, "A", "B", "C")}{random.Next(1, 40)}", null),
        "seat" => new($"{random.Next(1, 40)}{Pick(random, "A", "C", "F")}", null),
        "adjective" => new(Pick(random, "Budget", "Cloud", "Plant", "Family", "Income", "Kid"), null),
        _ => _first.Of(slot),
    };

    private string Phone() => $"{random.Next(2, 10)}{Checked.Digits(random, 9)}";

    private string Pairs()
    {
        string phone = Phone();
        string[] words = [.. phone.Select(digit => digit == '0' ? "oh" : s_digits[digit - '0'])];
        return Pick(random, $"{string.Join(' ', words[..3])} double {words[3]} {string.Join(' ', words[5..])}", $"{string.Join(' ', words[..6])} triple {words[6]} {words[9]}", $"{string.Join(' ', words[..3])}... {string.Join(' ', words[3..6])}... {string.Join(' ', words[6..])}",
            $"{words[0]} {words[1]} {words[2]}, {words[3]} {words[4]}, {words[5]} {words[6]}, {string.Join(' ', words[7..])}");
    }

    private string Broken()
    {
        string phone = Phone();
        string[] words = [.. phone.Select(digit => s_digits[digit - '0'])];
        return Pick(random, $"{phone[..3]}, okay, {phone[3..6]}, {phone[6..]}", $"{phone[..3]} and then {phone[3..6]} {phone[6..]}", $"{string.Join(' ', words[..3])}, um, {string.Join(' ', words[3..6])}, and {string.Join(' ', words[6..])}", $"{phone[..3]}... {phone[3..6]}... {phone[6..]}");
    }

    private string Mixed()
    {
        string phone = Phone();
        return Pick(random, $"{phone[..3]} {s_digits[phone[3] - '0']} {s_digits[phone[4] - '0']} {s_digits[phone[5] - '0']} {phone[6..]}", string.Concat(phone.Select(digit => (char)('０' + digit - '0'))), Checked.Grouped(phone, "/", 3, 3, 4), Checked.Grouped(phone, " - ", 3, 3, 4), Checked.Grouped(phone, " ", 1));
    }

    private static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];
}
