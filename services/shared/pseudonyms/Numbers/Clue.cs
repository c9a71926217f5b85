namespace DialInsight.Pseudonyms.Numbers;

/// <summary>What the words in front of a number say it is.</summary>
internal enum Clue
{
    /// <summary>Nothing is said.</summary>
    None,

    /// <summary>A telephone.</summary>
    Phone,

    /// <summary>An identity or registration of a person.</summary>
    Identity,

    /// <summary>A payment card or bank account.</summary>
    Bank,

    /// <summary>An account at a service.</summary>
    Account,

    /// <summary>A passport or permit.</summary>
    Passport,

    /// <summary>A licence plate.</summary>
    Plate,

    /// <summary>Something of the business: an order, a flight, a price.</summary>
    Business,
}
