using DialInsight.Pseudonyms;

namespace DialInsight.Benchmarks.Pseudonyms.Generated;

/// <summary>What English templates are filled with, in the shapes in which people say and write it. Written without regard to the detector's lists.</summary>
internal sealed class EnglishValues(Random random)
{
    private static readonly string[] s_first =
    [
        "Priya", "Oluwaseun", "Marisol", "Dmitri", "Aoife", "Hiroshi", "Fatima", "Bartholomew", "Siobhan", "Rajesh", "Xiomara", "Thibault", "Ingrid", "Kwame", "Zainab", "Lars", "Eun-ji", "Mateo", "Katarzyna", "Nguyen", "Sarah", "Michael", "Emily", "James", "Jennifer", "Robert", "Linda",
        "Kevin", "Deborah", "Tyler", "Mark", "Grace", "Will", "Rose", "Bill", "Hope", "Grant", "Chase", "April", "Tarquin", "Ophelia", "Brenton", "Shaniqua", "Jaxon", "Maeve", "Omar", "Yusuf", "Svetlana", "Giulia", "Anders", "Minh", "Soo-jin", "Kenji", "Aarav", "Lakshmi", "Chidi", "Esperanza", "Benedikt",
    ];

    private static readonly string[] s_last =
    [
        "Venkataraman", "Adeyemi", "Castellanos", "Volkov", "O'Sullivan", "Nakagawa", "Al-Rashid", "Featherstone", "McAllister", "Krishnamurthy", "Vasquez", "Beaumont", "Lindqvist", "Mensah", "Haddad", "van der Berg", "Park", "Herrera", "Kowalczyk", "Tran", "Johnson", "Whitaker", "Thornbury", "Oyelaran",
        "Patel", "Garcia", "Brown", "Young", "Baker", "Hughes", "de Souza", "Fitzgerald", "MacDougall", "Petrosyan", "Szabo", "Ibrahim", "Yilmaz", "Dubois", "Schneider", "Moreau", "Papadakis", "Sorensen", "Hashemi", "Bui", "Okafor", "Quillfeather", "Strathmore", "Pemberton",
    ];

    private static readonly string[] s_digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    private static readonly string[] s_months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public string First { get; } = Pick(random, s_first);

    public string Last { get; } = Pick(random, s_last);

    /// <summary>What a slot of a template is filled with.</summary>
    public Planted Of(string slot) => slot switch
    {
        "name" => new($"{First} {Last}", IdentifierType.Name),
        "first" => new(First, IdentifierType.Name),
        "lowername" => new($"{First} {Last}".ToLowerInvariant(), IdentifierType.Name),
        "last" => new(Last, IdentifierType.Name),
        "other" => new(Pick(random, $"{Pick(random, s_first)} {Pick(random, s_last)}", $"{Pick(random, s_first)} {(char)('A' + random.Next(26))}. {Pick(random, s_last)}", $"{(char)('A' + random.Next(26))}. {(char)('A' + random.Next(26))}. {Pick(random, s_last)}"), IdentifierType.Name),
        "otherfirst" => new(Pick(random, s_first), IdentifierType.Name),
        "otherlast" => new(Pick(random, s_last), IdentifierType.Name),
        "phone" => new(Phone(), IdentifierType.Phone),
        "spokenphone" => new(SpokenPhone(), IdentifierType.Phone),
        "email" => new($"{First.ToLowerInvariant()}{Pick(random, ".", "_", "")}{Checked.Digits(random, 2)}@{Pick(random, "gmail.com", "outlook.com", "mail.example", "yahoo.co.uk")}", IdentifierType.Email),
        "spokenemail" => new(Pick(random, "sunny dot reader at gmail dot com", "blue_sky at outlook dot com", "pat[at]mailbox[dot]org", "j dot p dot reader at yahoo dot co dot uk", "reader77 at gmail dot com"), IdentifierType.Email),
        "ssn" => new(Pick(random, $"{random.Next(100, 666)}-{random.Next(10, 99)}-{random.Next(1000, 9999)}", $"{random.Next(100, 666)} {random.Next(10, 99)} {random.Next(1000, 9999)}", $"{random.Next(100, 666)}{random.Next(10, 99)}{random.Next(1000, 9999)}"), IdentifierType.IdCard),
        "nino" => new(Pick(random, $"QQ {random.Next(10, 99)} {random.Next(10, 99)} {random.Next(10, 99)} C", $"AB{Checked.Digits(random, 6)}D"), IdentifierType.IdCard),
        "sin" => new($"{Checked.Digits(random, 3)}-{Checked.Digits(random, 3)}-{Checked.Digits(random, 3)}", IdentifierType.IdCard),
        "licence" => new(Pick(random, $"D{Checked.Digits(random, 7)}", $"{Pick(random, "MORGA", "SMITH", "KHANA")}{Checked.Digits(random, 6)}SM9IJ", Checked.Digits(random, 8)), IdentifierType.IdCard),
        "card" => new(Card(), IdentifierType.BankCard),
        "iban" => new(Checked.Iban(random) is var iban && random.Next(2) == 0 ? iban : Checked.Grouped(iban, " ", 4), IdentifierType.BankCard),
        "account" => new(Checked.Digits(random, random.Next(8, 12)), IdentifierType.BankCard),
        "passport" => new(Pick(random, Checked.Digits(random, 9), $"{Pick(random, "C", "X", "K")}{Checked.Digits(random, 8)}", $"PA{Checked.Digits(random, 7)}"), IdentifierType.Passport),
        "plate" => new(Pick(random, $"AB{random.Next(10, 72)} CDE", $"7{Pick(random, "ABC", "XKR", "LMN")}{Checked.Digits(random, 3)}", $"{Pick(random, "KLM", "BRT")} {Checked.Digits(random, 4)}"), IdentifierType.Plate),
        "handle" => new(Pick(random, $"blue_sky{Checked.Digits(random, 2)}", $"reader.{Checked.Digits(random, 3)}", $"sunny-{Checked.Digits(random, 4)}"), IdentifierType.Account),
        "address" => new(Address(), IdentifierType.Address),
        "birth" => new(Birth(), IdentifierType.DateOfBirth),
        "ip" => new($"{random.Next(1, 223)}.{random.Next(256)}.{random.Next(256)}.{random.Next(1, 255)}", IdentifierType.Ip),
        "ip6" => new($"2001:db8:{random.Next(1, 9999):x}::{random.Next(1, 9999):x}", IdentifierType.Ip),
        "url" => new($"https://portal.example.com/account/{Checked.Digits(random, 7)}", IdentifierType.Url),
        _ => new(Business(slot), null),
    };

    private string Business(string slot) => slot switch
    {
        "price" => Pick(random, $"${random.Next(100, 990)},000", $"£{random.Next(10, 99)}.99", $"{random.Next(2, 9)} hundred dollars", $"${random.Next(1, 9)}.{random.Next(1, 9)} million", $"{random.Next(1000, 9999)} dollars"),
        "area" => Pick(random, $"{random.Next(600, 3000)} square feet", $"{random.Next(45, 190)} sq m", "three bed two bath"),
        "time" => Pick(random, "Saturday at 3 pm", "May 14", "Tuesday, 10:30", "next March", "the 3rd of June", $"{random.Next(1, 12)}/{random.Next(1, 28)}/2025", "between 2019 and 2023"),
        "order" => Pick(random, $"#{Checked.Digits(random, 7)}", $"ORD-2025-{Checked.Digits(random, 6)}", Checked.Digits(random, 10)),
        "model" => Pick(random, "iPhone 15 Pro", "Galaxy S24", "ThinkPad X1 Carbon", "Model 3", "WH-1000XM5", "Windows 11"),
        "amount" => Pick(random, "two boxes", $"{random.Next(10, 999)} units", $"{random.Next(10000, 99999)} kilowatt hours", "a dozen"),
        "percent" => Pick(random, $"{random.Next(1, 60)}%", $"{random.Next(3, 8)}.{random.Next(1, 9)} percent"),
        "brand" => Pick(random, "Chase Bank", "Wells Fargo", "Dell", "Macy's", "Ford", "Amazon", "Netflix", "Airbnb", "Zillow", "PayPal", "Marriott", "Tesla", "Best Buy"),
        "place" => Pick(random, "Rose Street", "Jordan", "Austin", "Charlotte", "Victoria Station", "Madison Avenue", "Lincoln Park", "San Francisco", "St. James's Park", "Houston", "Birmingham", "Florence"),
        "product" => Pick(random, "Adobe Reader", "Google Maps", "Microsoft Teams", "the Kindle app", "Apple Pay", "Excel"),
        _ => throw new InvalidOperationException($"There is no slot {slot}."),
    };

    private string Phone()
    {
        string area = $"{random.Next(2, 9)}{random.Next(1, 9)}{random.Next(1, 9)}", mid = $"{random.Next(200, 999)}", end = $"{random.Next(1000, 9999)}";
        return Pick(random, $"({area}) {mid}-{end}", $"{area}-{mid}-{end}", $"{area}.{mid}.{end}", $"+1 {area} {mid} {end}", $"{area}{mid}{end}", $"1-{area}-{mid}-{end}", $"+44 7{Checked.Digits(random, 3)} {Checked.Digits(random, 6)}", $"020 7{Checked.Digits(random, 3)} {Checked.Digits(random, 4)}",
            $"07{Checked.Digits(random, 9)}", $"+61 4{Checked.Digits(random, 2)} {Checked.Digits(random, 3)} {Checked.Digits(random, 3)}", $"+91 98{Checked.Digits(random, 3)} {Checked.Digits(random, 5)}", $"{area} {mid} {end} ext {random.Next(10, 999)}");
    }

    private string SpokenPhone()
    {
        string digits = $"{random.Next(2, 9)}{Checked.Digits(random, 9)}";
        string[] words = [.. digits.Select(digit => digit == '0' && random.Next(2) == 0 ? "oh" : s_digits[digit - '0'])];
        return Pick(random, string.Join(' ', words), $"{string.Join(' ', words[..3])}, {string.Join(' ', words[3..6])}, {string.Join(' ', words[6..])}", $"{string.Join(' ', words[..3])} uh {string.Join(' ', words[3..])}",
            $"{string.Join(' ', words[..5])} double {words[5]} {string.Join(' ', words[6..])}", string.Join('-', words));
    }

    private string Card()
    {
        string card = Checked.Card(random, Pick(random, "4", "51", "55"), 16);
        return Pick(random, card, Checked.Grouped(card, " ", 4), Checked.Grouped(card, "-", 4), Checked.Card(random, "37", 15), string.Join(' ', card.Select(digit => s_digits[digit - '0'])));
    }

    private string Address()
    {
        int number = random.Next(2, 999);
        return Pick(random, $"{number} Willow Creek Lane", $"{number} N Maple Ave, Apt {random.Next(2, 40)}B", $"Flat {random.Next(1, 9)}, {number} Camden High Street, London NW1 8QP", $"{number} Harbour View Road, Manly NSW 2095", $"PO Box {random.Next(100, 9999)}",
            $"{number} Oakridge Dr., Columbus, OH 43215", $"{number} MG Road, Bengaluru 560001", $"1{number} 5th Avenue, Suite {number}", $"{number} Kingfisher Close, Leeds LS6 3HN", $"Unit {random.Next(1, 30)}, {number} Collins Street", $"{number} County Road 12");
    }

    private string Birth()
    {
        int year = random.Next(1945, 2006), month = random.Next(1, 13), day = random.Next(1, 29);
        return Pick(random, $"{s_months[month - 1]} {day}, {year}", $"{month:00}/{day:00}/{year}", $"{day} {s_months[month - 1]} {year}", $"{year}-{month:00}-{day:00}", $"the {day}th of {s_months[month - 1]} {year}", $"{s_months[month - 1][..3]} {day} {year}");
    }

    private static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];
}
