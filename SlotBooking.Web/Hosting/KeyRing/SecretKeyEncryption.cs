using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace SlotBooking.Web.Hosting.KeyRing;

/// <summary>Encrypts a key before it is stored.</summary>
internal sealed class SecretKeyEncryptor(KeyRingSecret secret) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
        new XElement("encryptedWithSecretKey", secret.Encrypt(plaintextElement.ToString(SaveOptions.DisableFormatting))),
        typeof(SecretKeyDecryptor));
}

/// <summary>Decrypts a stored key; made by the framework by its name, which stands beside the key.</summary>
internal sealed class SecretKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    private readonly KeyRingSecret _secret = services.GetRequiredService<KeyRingSecret>();

    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(_secret.Decrypt(encryptedElement.Value));
}
