using DialInsight.Pseudonyms;

namespace DialInsight.Benchmarks.Pseudonyms;

/// <summary>Which types the labels of the sets stand for. Labels that are not here mark what is no personal data in the sense of this project.</summary>
internal static class LabelMap
{
    private static readonly Dictionary<string, IdentifierType> s_types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["PERSON"] = IdentifierType.Name,
        ["name"] = IdentifierType.Name,
        ["PER.NAM"] = IdentifierType.Name,
        ["PHONE"] = IdentifierType.Phone,
        ["PHONE_NUMBER"] = IdentifierType.Phone,
        ["EMAIL"] = IdentifierType.Email,
        ["EMAIL_ADDRESS"] = IdentifierType.Email,
        ["SSN"] = IdentifierType.IdCard,
        ["US_SSN"] = IdentifierType.IdCard,
        ["MRN"] = IdentifierType.IdCard,
        ["NPI"] = IdentifierType.IdCard,
        ["US_DRIVER_LICENSE"] = IdentifierType.IdCard,
        ["CREDIT_CARD"] = IdentifierType.BankCard,
        ["IBAN_CODE"] = IdentifierType.BankCard,
        ["STREET_ADDRESS"] = IdentifierType.Address,
        ["IP_ADDRESS"] = IdentifierType.Ip,
        ["DOMAIN_NAME"] = IdentifierType.Url,
    };

    /// <summary>The type of a label; null where it is none of this project's.</summary>
    public static IdentifierType? TypeOf(string label) => s_types.TryGetValue(label, out IdentifierType type) ? type : null;
}
