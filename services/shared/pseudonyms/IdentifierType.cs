namespace DialInsight.Pseudonyms;

/// <summary>What a piece of personal data is.</summary>
public enum IdentifierType
{
    /// <summary>A person's name, or a part of it.</summary>
    Name,

    /// <summary>A mobile or landline number, spoken or written.</summary>
    Phone,

    /// <summary>An e-mail address, spoken or written.</summary>
    Email,

    /// <summary>A number by which a state or an institution knows a person: identity card, social security, medical record.</summary>
    IdCard,

    /// <summary>A payment card or bank account, IBANs included.</summary>
    BankCard,

    /// <summary>A passport or travel permit.</summary>
    Passport,

    /// <summary>A vehicle's licence plate.</summary>
    Plate,

    /// <summary>An account at WeChat, QQ or another service.</summary>
    Account,

    /// <summary>A street address or a part of it that singles out a building or a home.</summary>
    Address,

    /// <summary>A date of birth.</summary>
    DateOfBirth,

    /// <summary>An IP address, version 4 or 6.</summary>
    Ip,

    /// <summary>A web address.</summary>
    Url,
}

/// <summary>The names under which types appear in files and over HTTP.</summary>
public static class IdentifierTypeNames
{
    private static readonly string[] Names =
        ["name", "phone", "email", "id-card", "bank-card", "passport", "plate", "account", "address", "date-of-birth", "ip", "url"];

    /// <summary>The name of a type, such as <c>id-card</c>.</summary>
    public static string ToName(this IdentifierType type) => Names[(int)type];
}
